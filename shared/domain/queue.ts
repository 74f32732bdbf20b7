/** Why an entry is still in the queue, or came back from the hub without being done: a closed list, so that each has its words. */
export const queueReasons = [
  /** The practice switch, the network, or something that answered in the hub's place. */
  'line-cut',
  'line-down',
  'not-understood',
  /** The hub is up and cannot take anything now; `code` is its own word. */
  'hub-error',
  'hub-busy',
  'hub-older',
  /** The hub took the batch and said nothing of this entry. */
  'not-answered',
  /** This PC's own file did not give the entry, or did not take the hub's answer; the hub is asked again. */
  'not-saved',
  /** The hub has the entry and waits for another one: `waitingFor`. */
  'hub-waiting',
  /** The hub does not take the journal of this PC: `code` says where the chain does not join. Somebody at head office must look. */
  'chain-broken',
  /** This PC's clock is more than a day wrong. */
  'clock-wrong',
  /** This PC may no longer speak to the hub. */
  'revoked',
  /** The hub cannot read this entry (`code`); it stands apart so that the others go. */
  'set-aside',
  /** The hub read it and said no (`code`), or another act was first (`what`, `who`, `office`, `when`). */
  'refused',
  'conflict',
] as const;
export type QueueReason = (typeof queueReasons)[number];
