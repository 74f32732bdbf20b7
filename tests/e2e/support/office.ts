import { expect, type Locator, type Page } from '@playwright/test';
import { displayPlate } from '#shared/domain/plate.ts';
import { texts } from '#shared/text/text.ts';
import { places, type Place } from '#renderer/app/places.ts';
import type { Keyboard } from './keyboard.ts';

export const words = texts.en;

/** What everybody in the practice office signs in with; the sign-in page says so. */
const practicePassword = 'practice';

/** The staff of the practice office by what they do. */
export const staff = {
  clerk: 'Achieng Odhiambo',
  otherClerk: 'Baraka Mwangi',
  supervisor: 'Chebet Koech',
  registrar: 'Daudi Abdalla',
  admin: 'Esther Nduta',
} as const;

/** A practice office that is opened for the first time makes its whole register. */
const openingMs = 90_000;

/** Signs somebody in; ends where their work stands. */
export async function signIn(keys: Keyboard, name: string, password: string = practicePassword): Promise<void> {
  await choosePerson(keys, name);
  await keys.answer(passwordOf(keys.page, name), password);
  await expect(keys.page.getByRole('navigation', { name: words.frame.nav.label })).toBeVisible();
}

/** Chooses a person by the number on their tile; the keys then stand in their password. */
export async function choosePerson(keys: Keyboard, name: string): Promise<void> {
  const { page } = keys;
  const tiles = page.getByRole('radiogroup', { name: words.signIn.who }).getByRole('radio');
  await expect(tiles.filter({ hasText: name })).toBeVisible({ timeout: openingMs });
  const names = await tiles.allTextContents();
  await keys.press(String(names.findIndex((text) => text.startsWith(name)) + 1));
  await expect(passwordOf(page, name)).toBeFocused();
}

export function passwordOf(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: words.signIn.password(name) });
}

export async function signOut(keys: Keyboard): Promise<void> {
  await keys.press('g', 'o');
  await expect(keys.page.getByRole('radiogroup', { name: words.signIn.who })).toBeVisible();
}

/** Goes to a place of the left list by its keys, and waits for its title. */
export async function goTo(keys: Keyboard, name: Exclude<Place['name'], 'new'>): Promise<void> {
  const place = places.find((one) => one.name === name);
  await keys.press(...(place?.keys ?? '').split(' '));
  await expect(heading(keys.page, words.frame.nav[name])).toBeVisible();
}

/** Goes to the place of driving tests, whose pages have a title of their own. */
export async function goToTests(keys: Keyboard): Promise<void> {
  await keys.press('g', 'd');
  await expect(heading(keys.page, words.tests.tabs.label)).toBeVisible();
}

export function heading(page: Page, title: string) {
  return page.getByRole('heading', { level: 1, name: title, exact: true });
}

/** Cuts the line of the practice office, or joins it again. */
export async function setLine(keys: Keyboard, to: 'cut' | 'joined'): Promise<void> {
  const { system } = words;
  await goTo(keys, 'system');
  await expect(keys.page.getByRole('button', { name: to === 'cut' ? system.cut : system.join })).toBeVisible();
  await keys.press('c');
  await expect(keys.page.getByRole('button', { name: to === 'cut' ? system.join : system.cut })).toBeVisible();
}

/** Waits until the register's vehicles have come from the hub; they come in the order of the demonstration. */
export async function waitForVehicle(keys: Keyboard, plate: string): Promise<void> {
  const { search } = words;
  const box = keys.page.getByRole('combobox', { name: search.label });
  const found = keys.page
    .getByRole('listbox', { name: search.results })
    .getByRole('option')
    .filter({ hasText: displayPlate(plate) });
  await keys.press('/');
  await expect(box).toBeFocused();
  await expect(async () => {
    await box.press('Control+a');
    await keys.page.keyboard.type(plate);
    await expect(found).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: openingMs });
  await keys.press('Control+a', 'Backspace', 'Escape');
}
