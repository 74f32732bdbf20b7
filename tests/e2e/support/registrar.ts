import { expect } from '@playwright/test';
import { displayPlate } from '#shared/domain/plate.ts';
import type { RejectionReason } from '#shared/domain/rejection-reason.ts';
import { transferRules } from '#shared/domain/services/transfer.ts';
import { goToRow } from './case.ts';
import type { Keyboard } from './keyboard.ts';
import { goTo, words } from './office.ts';

const { registrar, services } = words;

export type Decision =
  | { readonly outcome: 'approved' }
  | { readonly outcome: 'returned' | 'refused'; readonly reason: RejectionReason; readonly note: string };

const { rejectionReasons } = transferRules;
const strokes = { approved: 'a', returned: 'r', refused: 'x' } as const;
const titles = {
  approved: services.transfer.registrar.approveTitle,
  returned: services.transfer.registrar.returnTitle,
  refused: services.transfer.registrar.refuseTitle,
} as const;

/** Opens a case from the registrar's list, looks at its scan and decides it. */
export async function decide(keys: Keyboard, plate: string, decision: Decision): Promise<void> {
  const { page } = keys;
  const { outcome } = decision;
  await goTo(keys, 'approve');
  await goToRow(keys, words.frame.nav.approve, plate);
  await keys.enter();
  await expect(page.getByRole('region', { name: words.application.papers.kind.logbook }).getByRole('img')).toBeVisible();
  await keys.press(strokes[outcome]);
  const dialog = page.getByRole('dialog', { name: titles[outcome](displayPlate(plate)) });
  await expect(dialog).toBeVisible();
  if (decision.outcome !== 'approved') {
    const boxes = dialog.getByRole('checkbox');
    await expect(boxes.first()).toBeFocused();
    for (let down = rejectionReasons.indexOf(decision.reason); down > 0; down -= 1) await keys.press('Tab');
    await keys.press('Space');
    await expect(dialog.getByRole('checkbox', { name: registrar.reason[decision.reason] })).toBeChecked();
    for (let down = rejectionReasons.length - rejectionReasons.indexOf(decision.reason); down > 0; down -= 1) await keys.press('Tab');
    await expect(dialog.getByRole('textbox', { name: registrar.note })).toBeFocused();
    await page.keyboard.type(decision.note);
  }
  await keys.finish();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: registrar.decided[outcome] })).toBeVisible();
}
