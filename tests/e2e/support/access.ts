import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { askAs } from './contract.ts';

type ColorScheme = 'light' | 'dark';

/** Looks for faults of access on the screen as it stands, in both colour schemes. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await expectNoFaults(page, { screen, scheme: 'light', axe: axeOn(page) });
  // Names, roles and order are the same in the dark: only what looks at colours can find something else there.
  await expectNoFaults(page, { screen, scheme: 'dark', axe: axeOn(page).withRules(['color-contrast', 'link-in-text-block']) });
}

/** Kaunta has no frames, so nothing needs the second page in which axe else puts the findings of all frames together. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

interface Look {
  readonly screen: string;
  readonly scheme: ColorScheme;
  readonly axe: AxeBuilder;
}

async function expectNoFaults(page: Page, { screen, scheme, axe }: Look): Promise<void> {
  await askAs(page, (client) => client.settings.setScreen({ locale: 'en', scheme }));
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
  expect.soft(found, `${screen}, ${scheme}`).toEqual([]);
}
