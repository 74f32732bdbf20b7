/**
 * Why an act is not done: a closed list, so that every refusal has a sentence in both languages (`shared/text`). Codes of checks on
 * single fields are the problem codes of the rules in this folder; these are the refusals of whole acts.
 */
export const refusalCodes = [
  'act.not-found',
  'act.forbidden',
  'act.invalid-input',
  'act.wrong-state',
  'act.not-saved-in-time',
  'sign-in.required',
  'sign-in.wrong',
  'sign-in.locked',
  'sign-in.change-password-first',
  'password.too-short',
  'password.too-common',
  'password.same-as-before',
  'password.wrong',
  'user.login-taken',
  'user.last-admin',
  'user.own-account',
  'application.incomplete',
  'application.confirmation-outdated',
  'application.already-confirmed',
  'application.code-wrong',
  'application.needs-supervisor',
  'application.own-supervision',
  'application.code-expired',
  'application.no-phone',
  'vehicle.open-application',
  'vehicle.marked',
  'vehicle.unknown-offline',
  'vehicle.unknown',
  'fee.no-row',
  'payment.code-used',
  'receipt.number-used',
  'payment.amount-differs',
  'payment.method-not-allowed',
  'payment.code-malformed',
  'scan.refused',
  'scan.lost',
  'scan.not-lost',
  'paper.not-approved',
  'paper.not-here',
  'logbook.wrong-collector',
  'registrar.own-work',
  'registrar.reason-missing',
  'registrar.already-decided',
  'hub.unreachable',
  'hub.refused',
  'enrol.code-wrong',
  'enrol.hub-not-kaunta',
  'start.passphrase-wrong',
  'start.passphrase-too-short',
  'start.already-open',
  'start.newer-file',
  'start.damaged-file',
  'start.missing-file',
  'start.set-back',
  'start.key-store-changed',
  'start.no-copies',
  'start.no-recovery-file',
  'start.recovery-code-mistyped',
  'start.recovery-code-wrong',
  'storage.disk-full',
  'storage.read-only',
  'storage.damaged',
  'copies.folder-missing',
  'copies.folder-inside',
  'copies.folder-not-writable',
  'copies.folder-full',
  'copies.backup-failed',
  'practice.only',
  'epoch.series-used',
  'queue.own-act',
  'queue.not-empty',
  'queue.cannot-offer',
  'device.retiring',
  'device.revoked',
  'device.left',
  'limits.too-long-alone',
  'limits.too-many-waiting',
  'disk.no-scans',
  'drill.running',
  'drill.ended',
  'drill.no-room',
  'post.nothing-waits',
  'post.not-a-letter',
  'post.is-letter',
  'post.is-answer',
  'post.not-yours',
  'post.altered',
  'post.other-hub',
  'supervisor.own-work',
  'receipt.in-review',
  'receipt.spent',
  'receipt.void',
  'sheet.serial-shape',
  'sheet.range-mixed',
  'sheet.range-backwards',
  'sheet.range-too-long',
  'sheet.range-overlaps',
  'sheet.range-not-in-stock',
  'sheet.foreign',
  'sheet.unknown',
  'sheet.used',
  'sheet.spoiled',
  'sheet.returned',
  'sheet.none-left',
  'sheet.needs-supervisor',
  'logbook.needs-supervisor',
  'logbook.came-out',
  'printing.counted',
  'printing.address-malformed',
  'printing.name-taken',
  'printing.width-unfit',
  'printing.reason-missing',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A fact that a sentence needs: a name, a number, an instant. Never a whole sentence. */
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** One field that stops an act: which step shows it, which field it is, and the rule's own code. */
export interface FieldProblem {
  readonly step: string;
  readonly field: string;
  readonly code: string;
  readonly facts: RefusalFacts;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;
  readonly problems: readonly FieldProblem[];
}

export function refusal(code: RefusalCode, facts: RefusalFacts = {}, problems: readonly FieldProblem[] = []): Refusal {
  return { code, facts, problems };
}
