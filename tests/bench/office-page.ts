import type { Page } from '@playwright/test';
import { passphrase } from './enrolled-folder.ts';

/** Opens the data of an office whose host has just begun. */
export async function unlock(page: Page): Promise<void> {
  await page.locator('input[type=password]').fill(passphrase);
  await page.keyboard.press('Enter');
}

/** The clerk Achieng, as far as the frame of the program. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Achieng Odhiambo' }).click();
  await page.locator('#sign-in-password').fill('practice');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}
