import type { PartyRole } from '#shared/domain/party.ts';
import type { CommandContext } from '../context.ts';
import { putConfirmation } from './confirmation-store.ts';
import { standingOfApplication } from './standing-facts.ts';
import type { Application } from './store.ts';

/** Who stands by a party that is not at the counter, and the list that says so. */
export interface ListWord {
  readonly role: PartyRole;
  readonly name: string;
  readonly evidence: string;
}

/** Takes the word of whoever brought a list for one of those on it; the clerk who took the list in is the witness. */
export function confirmByList(cx: CommandContext, application: Application, { role, name, evidence }: ListWord): void {
  const { contentHash } = standingOfApplication(cx, application);
  putConfirmation(cx.db, application.id, { role, name, method: 'by-list', at: cx.now, witness: cx.actor.name, contentHash, evidence });
}
