import type { RefusalFacts } from '#shared/domain/refusal.ts';
import type { HubRefusalCode } from '#shared/protocol/refusal.ts';

/** Why the hub does not take a whole request: becomes the HTTP status and the body `{ code, facts }`. Single acts get answers instead. */
export class HubRefusal extends Error {
  readonly status: number;
  readonly code: HubRefusalCode;
  readonly facts: RefusalFacts;

  constructor(status: number, code: HubRefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.facts = facts;
  }
}
