import type { Instant } from '#shared/base/instant.ts';
import type { Verdict } from '#shared/contract/check.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { isNewerLogbook } from '#shared/domain/logbook.ts';
import type { PaperFacts } from '#shared/domain/paper-code.ts';
import type { DeviceCertificate, Paper } from '#shared/protocol/paper-code.ts';
import { officeName } from '../applications/service.ts';
import type { QueryContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import type { FeatureHandlers } from '../handler.ts';
import { findEndOfLogbook } from '../logbooks/service.ts';
import { findCertificate } from '../office/certificate.ts';
import { getHubKeyBytes } from '../office/identity.ts';
import { findRevocation } from '../office/revocation.ts';
import { factsOf } from '../paper-seal/facts.ts';
import { findReceipt, findVoidRefusal } from '../payments/service.ts';
import { findTypedPaper, knowsPaper } from '../paper-seal/typed.ts';
import { findVehicle } from '../vehicles/service.ts';
import { compareFacts } from './compare.ts';
import { judge } from './judge.ts';

type Sealed = Extract<Verdict, { verdict: 'valid' }>;

/** What a paper is worth, told by this PC alone: the line is never asked. */
export function checkHandlers(reference: Reference): FeatureHandlers<'check'> {
  return {
    code: (cx, { text }) => {
      const judged = judge(text, { hubKey: getHubKeyBytes(cx.db), practice: cx.office.practice });
      return told(
        cx,
        judged.ok ? verdictOf(cx, reference, judged.code.certificate, judged.code.paper) : { verdict: 'not-valid', why: judged.why },
      );
    },
    typed: (cx, { number, shortCode }) => {
      const own = findCertificate(cx.db);
      const paper = own && findTypedPaper(cx.db, number, shortCode);
      if (paper) return told(cx, verdictOf(cx, reference, own.certificate, paper));
      return told(cx, own && knowsPaper(cx.db, number) ? { verdict: 'not-valid', why: 'short-code-wrong' } : { verdict: 'not-known' });
    },
  };
}

function verdictOf({ db }: QueryContext, reference: Reference, certificate: DeviceCertificate, { facts, at }: Paper): Verdict {
  const here = factsOf[facts.kind](db, facts.number, facts.copy);
  const sealed = {
    kind: facts.kind,
    office: { code: certificate.officeCode, name: officeName(reference, certificate.officeCode) },
    deviceNo: certificate.deviceNo,
    at,
    practice: certificate.practice,
    facts: compareFacts(facts, here),
    isKnownHere: here !== undefined,
    ...successorOf(db, facts),
    voidSince: facts.kind === 'receipt' ? voidSince(db, facts.number) : null,
  };
  const revocation = findRevocation(db, certificate);
  if (revocation && at >= revocation.at) return { verdict: 'revoked', ...sealed, revokedSince: revocation };
  // A PC that goes on in a new epoch took nothing back of what it printed before.
  return { verdict: 'valid', ...sealed, revokedSince: revocation && revocation.why !== 'new-epoch' ? revocation : null };
}

/** A void that the hub did not take stands here alone: the receipt is good, and only differs from what this PC has. */
function voidSince(db: ReadDb, receiptNumber: string): Instant | null {
  const receipt = findReceipt(db, receiptNumber);
  return receipt?.void && !findVoidRefusal(db, receipt.applicationId) ? receipt.void.at : null;
}

/** What took the place of the eLogbook on a copy: by its own record, or, where that never came here, by the vehicle's. */
function successorOf(db: ReadDb, { kind, number, plate }: PaperFacts): Pick<Sealed, 'replacedBy' | 'newerLogbook'> {
  if (kind !== 'logbook-copy') return { replacedBy: null, newerLogbook: null };
  const replacedBy = findEndOfLogbook(db, number);
  const vehicle = replacedBy || plate === null ? undefined : findVehicle(db, plate);
  const newest = vehicle?.logbookNumber ?? '';
  const newerLogbook = vehicle && isNewerLogbook(newest, number) ? { number: newest, asOf: vehicle.source.asOf } : null;
  return { replacedBy, newerLogbook };
}

function told({ db }: QueryContext, verdict: Verdict) {
  const row = db.get<{ heardAt: QueryContext['now'] | null }>('SELECT heard_all_at AS heardAt FROM sync_state WHERE one = 1');
  return { verdict, heardAt: row?.heardAt ?? null };
}
