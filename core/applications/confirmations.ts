import { createHash, timingSafeEqual } from 'node:crypto';
import { isEditable, type ServiceId } from '#shared/domain/application.ts';
import type { ConfirmationMethod, Party, PartyRole } from '#shared/domain/party.ts';
import { maskPhone } from '#shared/domain/mask.ts';
import { normalisePhone } from '#shared/domain/phone.ts';
import { refusal } from '#shared/domain/refusal.ts';
import { partyOf, rulesOf } from '#shared/domain/services/services.ts';
import type { CommandContext } from '../context.ts';
import type { WriteDb } from '../db/database.ts';
import type { FeatureHandlers } from '../handler.ts';
import { prepared } from '../handler.ts';
import { AppError } from '../refusal.ts';
import type { HubClient } from '../sync/hub-client.ts';
import { putConfirmation } from './confirmation-store.ts';
import { forAct, getApplication, isOpen, refuseIncomplete, settle, settleState } from './act.ts';
import { standingOfApplication, type Standing } from './standing-facts.ts';

type Handlers = Pick<FeatureHandlers<'applications'>, 'sendCode' | 'confirm' | 'decline'>;

/** After so many wrong codes a new one must be sent. */
const wrongCodesAllowed = 5;

/** Each party confirms for themselves: by a code on their own phone, by signature, or by typing their name before a witness. */
export function confirmationHandlers(hub: HubClient): Handlers {
  return {
    sendCode: prepared({
      prepare: (cx, { id, role }) => {
        const { phone } = partyOf(standingOfApplication(cx, getApplication(cx.db, id)).body, role);
        if (phone.trim() === '') throw new AppError('application.no-phone', { role });
        return hub.sendCode({ applicationId: id, role, phone: normalisePhone(phone) });
      },
      execute: (cx, { id, role }, sent) => {
        cx.setSubject(`application:${id}`);
        cx.setPayload({ id, role, sentTo: maskPhone(sent.sentTo) });
        cx.db.run(
          `INSERT INTO one_time_code (application_id, role, salt, code_hash, expires_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (application_id, role) DO UPDATE SET salt = excluded.salt, code_hash = excluded.code_hash,
             expires_at = excluded.expires_at, wrong_tries = 0`,
          id,
          role,
          sent.salt,
          sent.codeHash,
          sent.expiresAt,
        );
        return { sentTo: maskPhone(sent.sentTo), practiceCode: sent.practiceCode };
      },
    }),
    confirm: (cx, { id, role, contentHash, proof }) => {
      const standing = forAct(cx, id, isEditable);
      if (contentHash !== standing.contentHash) throw new AppError('application.confirmation-outdated');
      refuseIncomplete(standing, stepsBeforeConfirming(standing.application.service));
      const party = confirmerOf(standing, role);
      const evidence = proofEvidence(cx, { id, role, party, proof });
      cx.setPayload({
        applicationId: id,
        reference: standing.application.reference,
        role,
        method: proof.method,
        witness: cx.actor.name,
        contentHash,
      });
      if (evidence === undefined) return {};
      settle(cx, standing);
      putConfirmation(cx.db, id, {
        role,
        name: party.name,
        method: proof.method,
        at: cx.now,
        witness: cx.actor.name,
        contentHash,
        evidence,
      });
      settleState(cx, id);
      return {};
    },
    decline: (cx, { id, role, reason }) => {
      const standing = forAct(cx, id, isOpen);
      confirmerOf(standing, role);
      cx.setPayload({ applicationId: id, reference: standing.application.reference, role, reason });
      settle(cx, standing, { state: 'declined' });
      return {};
    },
  };
}

function confirmerOf(standing: Standing, role: PartyRole): Party {
  if (!standing.confirmers.includes(role)) throw new AppError('act.not-found', { what: role });
  return partyOf(standing.body, role);
}

function stepsBeforeConfirming(service: ServiceId): readonly string[] {
  const { steps } = rulesOf(service);
  return steps.slice(0, steps.indexOf('confirm'));
}

type Proof =
  | { readonly method: 'code'; readonly code: string }
  | { readonly method: 'signature'; readonly path: string }
  | { readonly method: 'typed-name'; readonly typedName: string };

interface Proving {
  readonly id: string;
  readonly role: PartyRole;
  readonly party: Party;
  readonly proof: Proof;
}

/** What is kept of the proof, or undefined where a wrong code was counted and the act refused. */
function proofEvidence(cx: CommandContext, { id, role, party, proof }: Proving): string | undefined {
  switch (proof.method) {
    case 'signature':
      return requireEvidence(proof.path.length > 20, proof.path, proof.method);
    case 'typed-name':
      return requireEvidence(isSameName(proof.typedName, party.name), proof.typedName, proof.method);
    case 'code':
      return checkCode(cx, { id, role, code: proof.code.trim() });
  }
}

function requireEvidence(good: boolean, evidence: string, method: ConfirmationMethod): string {
  if (good) return evidence;
  throw new AppError('application.incomplete', { count: 1 }, [{ step: 'confirm', field: 'proof', code: `proof.${method}`, facts: {} }]);
}

function isSameName(typed: string, name: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
  return plain(typed) === plain(name);
}

function checkCode(cx: CommandContext, { id, role, code }: { id: string; role: PartyRole; code: string }): string | undefined {
  const sent = cx.db.get<{ salt: string; code_hash: string; expires_at: string; wrong_tries: number }>(
    'SELECT salt, code_hash, expires_at, wrong_tries FROM one_time_code WHERE application_id = ? AND role = ?',
    id,
    role,
  );
  if (!sent || sent.expires_at < cx.now || sent.wrong_tries >= wrongCodesAllowed) throw new AppError('application.code-expired', { role });
  const hash = createHash('sha256').update(Buffer.from(sent.salt, 'base64')).update(code).digest();
  if (timingSafeEqual(hash, Buffer.from(sent.code_hash, 'hex'))) {
    forgetCode(cx.db, id, role);
    return 'code';
  }
  cx.db.run('UPDATE one_time_code SET wrong_tries = wrong_tries + 1 WHERE application_id = ? AND role = ?', id, role);
  cx.refuseAfterCommit(refusal('application.code-wrong', { left: wrongCodesAllowed - sent.wrong_tries - 1 }));
  return undefined;
}

/** A code is good once. */
function forgetCode(db: WriteDb, id: string, role: PartyRole): void {
  db.run('DELETE FROM one_time_code WHERE application_id = ? AND role = ?', id, role);
}
