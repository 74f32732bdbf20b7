import { openAnswers } from './answers-flow.ts';
import { openBackups } from './backup-flow.ts';
import { openPayment, openSubmission, openTyping } from './counter-flows.ts';
import type { Flow, FlowOptions } from './flow.ts';
import { openMigration } from './migration-flow.ts';
import { openStart } from './start-flow.ts';
import { stands } from './stands.ts';

const flows = {
  'take a payment with its receipt': openPayment,
  'submit again': openSubmission,
  'keep a draft': openTyping,
  'write down the answers of the hub': (options: FlowOptions) => openAnswers(options, { from: stands.returned, outcome: 'applied' }),
  migrate: openMigration,
  start: openStart,
  'back up': openBackups,
} as const satisfies Readonly<Record<string, (options: FlowOptions) => Promise<Flow>>>;

/** The main things that write to the office's file (issue 3). */
export type FlowName = keyof typeof flows;
export const flowNames = Object.keys(flows) as readonly FlowName[];

export function openFlow(name: FlowName, options: FlowOptions): Promise<Flow> {
  return flows[name](options);
}
