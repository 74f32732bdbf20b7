import { expect, test } from '../support/app.ts';
import { words } from '../e2e/support/office.ts';
import { takePicture } from './picture.ts';

test.use({ hostArgs: [] });

test('the first start', async ({ app }) => {
  await expect(app.getByRole('heading', { name: words.start.title })).toBeVisible();
  await takePicture(app, 'first-start');
});
