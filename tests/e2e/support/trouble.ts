import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { instantOf } from '#shared/base/instant.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { act, type CoreClient } from '../../support/desk.ts';
import { enrolDevice, type DeviceDouble } from '../../support/device.ts';
import { submitAct, submissionOf } from '../../support/submission.ts';
import { askAs } from './contract.ts';
import type { HubProcess } from './hub-process.ts';
import { sellVehicle } from './sale.ts';

/** The vehicle that everything here goes wrong with. */
export const plate = 'KMFP324B';

/** Sells that vehicle past the screen, as it is given or as `change` makes it. */
export function sell(client: CoreClient, mpesaCode: string, change?: (vehicle: Vehicle) => Vehicle): Promise<string> {
  return sellVehicle(client, { plate, mpesaCode }, change);
}

/** The facts that this office had were not the register's: somebody else owns it by now. */
export function withOtherOwner(vehicle: Vehicle): Vehicle {
  return { ...vehicle, owners: vehicle.owners.map((owner) => ({ ...owner, idNumber: '90000041', kraPin: 'A090000041K' })) };
}

/** Zeroes pages all through the file, as a failing disk does; what stands beside it is left alone. */
export async function damage(folder: string): Promise<void> {
  const file = await open(path.join(folder, 'office.db'), 'r+');
  const { size } = await file.stat();
  const pageBytes = 4096;
  for (let offset = 0; offset + pageBytes <= size; offset += 4 * pageBytes) await file.write(Buffer.alloc(pageBytes), 0, pageBytes, offset);
  await file.sync();
  await file.close();
}

/** The one person of an office that was made past the screen. */
export const clerk = { name: 'Wanjiru Njeri Kamau', login: 'wanjiru', password: 'ndizi tatu mbivu' } as const;

/** Makes this PC a counter of an office with one person, past the screen. */
export async function openOffice(page: Page, { hubUrl, code }: { readonly hubUrl: string; readonly code: string }): Promise<void> {
  await askAs(page, async (client) => {
    await client.start.enrol({ hubUrl, code, passphrase: 'mti wa mwembe mbichi' });
    await act(client.start.createAdmin, clerk);
  });
}

/** Another office sends its sale of the same vehicle first. */
export async function sellElsewhere(page: Page, hub: HubProcess): Promise<DeviceDouble> {
  const other = await enrolDevice({ hubUrl: hub.url, code: await hub.issueCode('KSM01'), now: () => instantOf(Date.now()) });
  await askAs(page, async (client) => {
    const { vehicle } = await act(client.vehicles.lookUp, { text: plate });
    if (vehicle === null) throw new Error(`The hub does not know ${plate}`);
    await other.act(submitAct(submissionOf(other, vehicle, instantOf(Date.now()))));
  });
  return other;
}
