/** What other features may ask of sync; its SQL stays in its stores. */
export { grouped } from './batch.ts';
export { keepProof, proofOf } from './countersign.ts';
export type { HubClient } from './hub-client.ts';
export type { ApplyContext } from './hub-entry.ts';
export { takeAnswers, takePage } from './hub-word.ts';
export { pullBody, pushBody } from './message-bodies.ts';
export { findQueued, queueSummary } from './queue-store.ts';
export { listPushed, listUnanswered, readContact } from './store.ts';
