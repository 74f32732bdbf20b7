import type { Schedule } from './schedule.ts';

/** Schedules that random tries found, and that broke a law until the engine was mended: tried first, every time. */
export const onceBroken: readonly Schedule[] = [
  // Rows of a later epoch were set aside with the branch of an earlier one, while the hub took them.
  {
    offices: 4,
    seed: 769798769,
    steps: [
      { afterMs: 0, deed: { kind: 'write', office: 0, act: 'plain', ending: 'told', vehicle: 0 } },
      { afterMs: 3000, deed: { kind: 'hub-down', forMs: 400000 } },
      { afterMs: 70000, deed: { kind: 'write', office: 0, act: 'waits', ending: 'told', vehicle: 0 } },
      { afterMs: 70000, deed: { kind: 'set-back', office: 0 } },
      { afterMs: 70000, deed: { kind: 'write', office: 0, act: 'plain', ending: 'asks-after-commit', vehicle: 1 } },
      { afterMs: 10000, deed: { kind: 'back-up-hub' } },
      { afterMs: 70000, deed: { kind: 'back-up-hub' } },
      { afterMs: 10000, deed: { kind: 'write', office: 0, act: 'unreadable', ending: 'told', vehicle: 3 } },
      { afterMs: 10000, deed: { kind: 'disk-fault', office: 0, fault: 'not-saved' } },
      { afterMs: 10000, deed: { kind: 'line-fault', office: 1, fault: 'late' } },
      { afterMs: 10000, deed: { kind: 'line-fault', office: 0, fault: 'twice' } },
      { afterMs: 3000, deed: { kind: 'back-up', office: 2 } },
      { afterMs: 3000, deed: { kind: 'write', office: 3, act: 'sale', ending: 'told', vehicle: 1 } },
      { afterMs: 70000, deed: { kind: 'back-up-hub' } },
      { afterMs: 0, deed: { kind: 'write', office: 0, act: 'refused', ending: 'asks-after-death', vehicle: 2 } },
      { afterMs: 3000, deed: { kind: 'hub-down', forMs: 30000 } },
      { afterMs: 0, deed: { kind: 'back-up', office: 0 } },
      { afterMs: 50, deed: { kind: 'restore', office: 0 } },
    ],
  },
  // A batch that was under way while the hub was restored came back as a fork, and rows were set aside that only had to be sent anew.
  {
    offices: 3,
    seed: 485472790,
    steps: [
      { afterMs: 3000, deed: { kind: 'write', office: 2, act: 'plain', ending: 'told', vehicle: 3 } },
      { afterMs: 3000, deed: { kind: 'back-up-hub' } },
      { afterMs: 50, deed: { kind: 'restore', office: 2 } },
      { afterMs: 3000, deed: { kind: 'write', office: 0, act: 'refused', ending: 'told', vehicle: 3 } },
      { afterMs: 0, deed: { kind: 'back-up', office: 2 } },
      { afterMs: 50, deed: { kind: 'restore', office: 2 } },
      { afterMs: 1000, deed: { kind: 'write', office: 0, act: 'refused', ending: 'told', vehicle: 0 } },
      { afterMs: 50, deed: { kind: 'back-up', office: 2 } },
      { afterMs: 0, deed: { kind: 'restore', office: 2 } },
      { afterMs: 0, deed: { kind: 'hub-down', forMs: 400000 } },
      { afterMs: 10000, deed: { kind: 'restore-hub' } },
    ],
  },
  // An answer was on the disk although its commit had failed, and the act was sent to the restored hub as if it had none: the other answer
  // that it then got was lost with the program, and nobody was asked which of the two is right.
  {
    offices: 3,
    seed: 2081637549,
    steps: [
      { afterMs: 50, deed: { kind: 'write', office: 1, act: 'sale', ending: 'asks-after-commit', vehicle: 2 } },
      { afterMs: 0, deed: { kind: 'write', office: 2, act: 'sale', ending: 'told', vehicle: 2 } },
      { afterMs: 1000, deed: { kind: 'write', office: 0, act: 'sale', ending: 'told', vehicle: 0 } },
      { afterMs: 1000, deed: { kind: 'disk-fault', office: 1, fault: 'saved-not-said' } },
      { afterMs: 1000, deed: { kind: 'restore-hub' } },
      { afterMs: 200, deed: { kind: 'disk-fault', office: 1, fault: 'dies-before' } },
      { afterMs: 10000, deed: { kind: 'write', office: 0, act: 'sale', ending: 'told', vehicle: 1 } },
    ],
  },
];
