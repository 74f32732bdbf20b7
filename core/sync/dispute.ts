import type { Instant } from '#shared/base/instant.ts';
import type { WriteDb } from '../db/database.ts';
import type { FinalAnswer } from './store.ts';

interface StoredAnswer {
  outcome: string;
  detail: string;
}

/**
 * Compares an answer with the one that stands here already. Applied and applied before are one answer. Another one is kept beside it, for
 * a person: which of the two is right, nobody can know from here.
 */
export function noteDispute(db: WriteDb, seq: number, answer: FinalAnswer, at: Instant): boolean {
  const stored = db.get<StoredAnswer>('SELECT outcome, detail FROM entry_answer WHERE seq = ?', seq);
  if (!stored || isSame(stored, answer)) return false;
  const { entryId: _entryId, outcome, hubReceipt, ...detail } = answer;
  const added = db.run(
    `INSERT INTO entry_dispute (seq, outcome, hub_receipt, answered_at, detail) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (seq) DO UPDATE SET outcome = excluded.outcome, hub_receipt = excluded.hub_receipt, answered_at = excluded.answered_at,
       detail = excluded.detail WHERE entry_dispute.outcome <> excluded.outcome OR entry_dispute.detail <> excluded.detail`,
    seq,
    outcome,
    hubReceipt,
    at,
    JSON.stringify(detail),
  );
  // A discard was of the answer before.
  if (added > 0) db.run('DELETE FROM entry_discard WHERE seq = ?', seq);
  return added > 0;
}

function isSame(stored: StoredAnswer, answer: FinalAnswer): boolean {
  const code = answer.outcome === 'refused' ? answer.code : '';
  return kindOf(stored.outcome) === kindOf(answer.outcome) && (JSON.parse(stored.detail) as { code?: string }).code === (code || undefined);
}

function kindOf(outcome: string): string {
  return outcome === 'duplicate' ? 'applied' : outcome;
}
