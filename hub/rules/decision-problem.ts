import { decline, type Problem } from '#shared/base/decision.ts';
import { mayBecome, type ApplicationState } from '#shared/domain/application.ts';
import type { PaymentState } from '#shared/domain/payment.ts';
import type { Actor } from '#shared/domain/role.ts';

export interface DecisionFacts {
  readonly actor: Actor;
  readonly outcome: 'approved' | 'returned' | 'refused';
  readonly reasons: readonly string[];
  readonly application: { readonly state: ApplicationState; readonly clerkId: string; readonly paymentState: PaymentState | undefined };
}

export type DecisionProblemCode =
  | 'registrar.own-work'
  | 'registrar.already-decided'
  | 'registrar.reason-missing'
  | 'payment.not-found'
  | 'payment.wrong-amount';

/** Only a registrar decides, and only at an office where registrars work (DESIGN §8). */
export function mayDecide(actor: Actor, atRegistrarOffice: boolean): boolean {
  return atRegistrarOffice && actor.roles.includes('registrar');
}

/** Why a registrar's decision does not stand. Maker is never checker (DESIGN §8). */
export function decisionProblem({ actor, outcome, reasons, application }: DecisionFacts): Problem<DecisionProblemCode> | undefined {
  if (actor.id === application.clerkId) return decline('registrar.own-work').problem;
  if (application.state !== 'in-review' || !mayBecome(application.state, outcome)) {
    return decline('registrar.already-decided', { state: application.state }).problem;
  }
  if (outcome !== 'approved') return reasons.length > 0 ? undefined : decline('registrar.reason-missing').problem;
  return paymentProblem(application.paymentState);
}

/** An eLogbook comes only after full payment (DOMAIN §3.2); money that is still being looked for does not stop the registrar. */
function paymentProblem(state: PaymentState | undefined): Problem<DecisionProblemCode> | undefined {
  if (state === 'not-found' || state === 'wrong-amount') return decline(`payment.${state}`).problem;
  return undefined;
}
