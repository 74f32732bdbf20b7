import type { Day } from '#shared/base/instant.ts';
import { parseKes } from '#shared/base/money.ts';
import { checkMpesaCode, type MpesaCode } from '#shared/domain/mpesa-code.ts';
import type { PaymentMethod } from '#shared/domain/payment.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';

/** What is typed at the money step. */
export interface PaymentDraft {
  readonly method: PaymentMethod;
  readonly code: string;
  readonly amount: string;
}

export type PaymentFault = Pick<FieldProblem, 'code' | 'facts'>;

export interface PaymentReading {
  readonly codeFault: PaymentFault | null;
  /** To look at again; stops nothing. */
  readonly codeWarnings: readonly PaymentFault[];
  /** The day an M-Pesa code says the money moved. */
  readonly codeDay: MpesaCode['day'];
  readonly amountCents: number | undefined;
}

/** Reads what is typed as far as the counter can: the shape of the code, its day, and the amount. */
export function readPayment({ method, code, amount }: PaymentDraft, today: Day): PaymentReading {
  const amountCents = parseKes(amount);
  const base = { codeFault: null, codeWarnings: [], codeDay: undefined, amountCents } as const;
  if (method === 'cash') return base;
  if (code.trim() === '') return { ...base, codeFault: { code: 'missing', facts: {} } };
  if (method !== 'mpesa') return base;
  const checked = checkMpesaCode(code, today);
  if (!checked.ok) return { ...base, codeFault: checked.problem };
  return { ...base, codeWarnings: checked.value.warnings, codeDay: checked.value.day };
}
