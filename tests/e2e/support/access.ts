import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { askAs } from './contract.ts';

const schemes = ['light', 'dark'] as const;

/** Looks for faults of access on the screen as it stands, in both colour schemes. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of schemes) {
    await askAs(page, (client) => client.settings.setScreen({ locale: 'en', scheme: colorScheme }));
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
    );
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
}
