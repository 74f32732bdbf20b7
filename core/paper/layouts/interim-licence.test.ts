import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textOfPages } from '../pdf-text.ts';
import { openPress } from '../press.ts';
import { sampleInterimLicence } from '../result-samples.ts';
import { paperWords } from '../words.ts';
import { interimLicence } from './interim-licence.ts';

test('an interim licence that the hub has not approved is NOT VALID on its page and names no day until which it is good', async () => {
  const press = await openPress(join(import.meta.dirname, '../../../resources/fonts'));
  const textOf = async (standing: 'confirmed' | 'provisional' | 'ended') =>
    (await textOfPages(await press.print(interimLicence({ ...sampleInterimLicence, standing }, paperWords.en)))).join(' ');
  expect(await textOf('confirmed')).toMatch(/Good until Tue 30 Nov 2027/u);
  expect(await textOf('confirmed')).not.toContain('NOT VALID');
  for (const standing of ['provisional', 'ended'] as const) {
    expect(await textOf(standing)).toContain('NOT VALID');
    expect(await textOf(standing)).not.toContain('Good until');
  }
});
