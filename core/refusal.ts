import { refusal, type FieldProblem, type Refusal, type RefusalCode, type RefusalFacts } from '#shared/domain/refusal.ts';

/** A refusal on its way out of core: thrown, so that the transaction rolls back. Anything else thrown is a bug. */
export class AppError extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, facts: RefusalFacts = {}, problems: readonly FieldProblem[] = []) {
    super(code);
    this.name = 'AppError';
    this.refusal = refusal(code, facts, problems);
  }
}
