import { expect, test } from 'vitest';
import { type Matrix, PageRaster, type PlacedImage } from './page-raster.ts';

const A4 = { left: 0, bottom: 0, width: 595.28, height: 841.89 };
const WHOLE_A4: Matrix = [595.28, 0, 0, 841.89, 0, 0];
const BLUE = 0x5080d0;

function image(change: Partial<PlacedImage> = {}): PlacedImage {
  return { toPage: WHOLE_A4, pixelsWide: 1240, pixelsHigh: 1754, colourAt: () => BLUE, ...change };
}

function measured(...images: readonly PlacedImage[]): ReturnType<PageRaster['measure']> {
  const raster = new PageRaster(A4);
  for (const one of images) raster.paint(one);
  return raster.measure();
}

test('A4 in 1240 by 1754 pixels is 150 dpi', () => {
  expect(measured(image())).toMatchObject({ dpi: 150, coveredShare: 1, colourShare: 1 });
});

test('an image turned by a quarter is measured along its own sides', () => {
  const turned: Matrix = [0, 841.89, -595.28, 0, 595.28, 0];
  expect(measured(image({ toPage: turned, pixelsWide: 1754, pixelsHigh: 1240 }))).toMatchObject({ dpi: 150, coveredShare: 1 });
});

test('the coarsest strip counts, and of two layers the finer one', () => {
  const upper: Matrix = [595.28, 0, 0, 420.945, 0, 420.945];
  const lower: Matrix = [595.28, 0, 0, 420.945, 0, 0];
  const strips = [image({ toPage: upper, pixelsHigh: 877 }), image({ toPage: lower, pixelsHigh: 440 })];
  expect(measured(...strips).dpi).toBe(75);
  expect(measured(...strips, image()).dpi).toBe(150);
});

test('a page made a metre tall by a phone counts as A4', () => {
  const raster = new PageRaster({ left: 0, bottom: 0, width: 1240, height: 1754 });
  raster.paint(image({ toPage: [1240, 0, 0, 1754, 0, 0] }));
  expect(raster.measure().dpi).toBe(150);
});

test('what the top layer hides is not seen, and what it lets through is', () => {
  const cover = image({ colourAt: () => 0x808080 });
  expect(measured(image(), cover).colourShare).toBe(0);
  expect(measured(image(), image({ colourAt: () => null })).colourShare).toBe(1);
});

test('a dark edge is no ink, a dark line inside is', () => {
  const dark = (rows: (share: number) => boolean): PlacedImage => image({ colourAt: (_, row) => (rows(row / 1754) ? 0x000000 : 0xf0f0f0) });
  expect(measured(dark((share) => share < 0.03 || share > 0.97)).inkShare).toBe(0);
  expect(measured(dark((share) => share > 0.5 && share < 0.51)).inkShare).toBeGreaterThan(0.005);
});

test('an image squeezed to a line paints nothing', () => {
  expect(measured(image({ toPage: [595.28, 0, 0, 0, 0, 0] }))).toMatchObject({ coveredShare: 0, dpi: null });
});
