/** Why a further copy of a logbook is printed; the first one needs no reason (FEATURES C4). */
export const copyReasons = ['lost', 'damaged', 'asked-again', 'other'] as const;
export type CopyReason = (typeof copyReasons)[number];
