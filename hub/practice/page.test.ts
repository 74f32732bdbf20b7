import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayPhone } from '#shared/domain/phone.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { demonstrationPeople, demonstrationVehicles, type DemonstrationVehicle } from './demonstration.ts';

function vehicleRow({ shows, vehicle }: DemonstrationVehicle): string {
  const { plate, plateClass, make, model, ratingCc, wheels, chassis, owners } = vehicle;
  const size = ratingCc === null ? `${wheels} wheels` : `${ratingCc} cc`;
  return `| ${displayPlate(plate, plateClass)} | ${make} ${model}, ${size} | ${chassis} | ${owners.map(({ name }) => name).join('; ')} | ${shows} |`;
}

describe('docs/practice-office.md', () => {
  it('lists every demonstration vehicle and person as the practice register has them', async () => {
    const page = await readFile(path.resolve(import.meta.dirname, '../../docs/practice-office.md'), 'utf8');
    const people = Object.values(demonstrationPeople).map(
      ({ name, idNumber, kraPin, phone }) => `| ${name} | ${idNumber} | ${kraPin} | ${displayPhone(phone)} |`,
    );
    const lines = page.split('\n');
    expect([...demonstrationVehicles.map(vehicleRow), ...people].filter((row) => !lines.includes(row))).toEqual([]);
  });
});
