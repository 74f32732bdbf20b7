import { join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake/interfaces.js';
import { expect, test } from 'vitest';
import { layoutOf } from './layouts/layout.ts';
import type { LayoutDocument } from './layouts/layout-document.ts';
import { textOfPages } from './pdf-text.ts';
import { openPress } from './press.ts';
import { sampleApplication, sampleReceipt } from './samples.ts';
import { paperWords } from './words.ts';

const fontsDir = join(import.meta.dirname, '../../resources/fonts');
const receipt = (): LayoutDocument => layoutOf('receipt-a4', sampleReceipt, paperWords.en);
const application = (): LayoutDocument => layoutOf('application-summary', sampleApplication, paperWords.en);

test('papers printed with shared fonts are byte for byte those printed without', async () => {
  const plain = await openPress(fontsDir, { shareFonts: false });
  const expected = [await plain.print(receipt()), await plain.print(application())];
  const sharing = await openPress(fontsDir);
  const printed = [await sharing.print(receipt()), await sharing.print(application()), await sharing.print(receipt())];
  expect(printed.map((pdf) => Buffer.from(pdf).toString('latin1'))).toEqual(
    [expected[0], expected[1], expected[0]].map((pdf) => Buffer.from(pdf ?? []).toString('latin1')),
  );
});

test('pdfmake still lets fonts be shared; when an upgrade breaks this, papers slow down threefold', async () => {
  expect((await openPress(fontsDir)).sharesFonts).toBe(true);
});

test.each<[string, Content]>([
  ['a picture outside the fonts folder', { image: '/etc/hostname' }],
  ['a picture reached through the fonts folder', { image: join(fontsDir, '../../package.json') }],
  ['a font outside the fonts folder', { text: 'x', font: 'Stranger' }],
])('%s is refused', async (_what, node) => {
  const press = await openPress(fontsDir);
  pdfmake.addFonts({ Stranger: { normal: join(fontsDir, '../../node_modules/pdfmake/fonts/Roboto/Roboto-Regular.ttf') } });
  await expect(press.print({ ...receipt(), content: [node] })).rejects.toThrow('denied by resource access policy');
});

test('no address is ever fetched', async () => {
  const press = await openPress(fontsDir);
  pdfmake.addFonts({ Remote: { normal: 'http://127.0.0.1:9/font.ttf' } });
  await expect(press.print(receipt())).rejects.toThrow('denied by resource access policy');
});

test('every letter of a Kenyan name comes out as itself', async () => {
  const press = await openPress(fontsDir);
  const name = 'Wanjikũ Mũgo Nĩnĩ Ng’ang’a — Café · 3×4 • O’o';
  const [page] = await textOfPages(await press.print(layoutOf('receipt-a4', { ...sampleReceipt, payerName: name }, paperWords.en)));
  expect(page).toContain(name);
});
