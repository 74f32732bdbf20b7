import type { CodeFault } from '#shared/contract/check.ts';
import type { PaperFacts } from '#shared/domain/paper-code.ts';
import type { QueryContext } from '../context.ts';
import { getHubKeyBytes } from '../office/identity.ts';
import { findRevocation } from '../office/revocation.ts';
import { judge } from './judge.ts';

export type ReadPaper = { readonly ok: true; readonly facts: PaperFacts } | { readonly ok: false; readonly why: CodeFault | 'revoked' };

/** What the code of a paper in hand says, where it is the good word of an office of this hub; the line is never asked. */
export function readPaper({ db, office }: Pick<QueryContext, 'db' | 'office'>, text: string): ReadPaper {
  const judged = judge(text, { hubKey: getHubKeyBytes(db), practice: office.practice });
  if (!judged.ok) return judged;
  const { certificate, paper } = judged.code;
  const revocation = findRevocation(db, certificate);
  return revocation && paper.at >= revocation.at ? { ok: false, why: 'revoked' } : { ok: true, facts: paper.facts };
}
