import type { Day, Instant } from '#shared/base/instant.ts';
import type { FeeLine } from '#shared/domain/fee.ts';
import type { Payment } from '#shared/domain/payment.ts';
import { partyOf } from '#shared/domain/services/services.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import type { Standing } from './standing-facts.ts';

/** What is taken with the application: the money, and when it was sent. */
export interface Sending {
  readonly submittedAt: Instant;
  readonly dueDay: Day;
  readonly feeLines: readonly FeeLine[];
  readonly payment: Payment & { readonly receiptNumber: string; readonly listId?: string | undefined };
}

/** The whole application as the hub and the registrar receive it. Signatures stay here; only their hash goes. */
export function submissionOf(standing: Standing, sending: Sending): Submission {
  const { application, body, confirmers, confirmations, scans } = standing;
  return {
    applicationId: application.id,
    reference: application.reference,
    service: application.service,
    officeCode: application.officeCode,
    clerk: { id: application.clerkId, name: application.clerkName },
    openedAt: application.openedAt,
    submittedAt: sending.submittedAt,
    dueDay: sending.dueDay,
    body,
    parties: confirmers.map((role) => ({ role, ...partyOf(body, role) })),
    confirmations: confirmations
      .filter(({ current }) => current)
      .map(({ role, method, at, witness, contentHash, evidenceHash }) => ({
        role,
        method,
        at,
        witness,
        contentHash,
        evidenceHash,
      })),
    scans: scans.map(({ kind, sha256, bytes, pages, fileName }) => ({ kind, sha256, bytes, pages, fileName })),
    feeLines: [...sending.feeLines],
    payment: sending.payment,
    supervisedBy: application.supervisedBy,
  };
}
