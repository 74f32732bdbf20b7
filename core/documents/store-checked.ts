import type { FieldProblem } from '#shared/domain/refusal.ts';
import { mustBeColour, type ScanKind } from '#shared/domain/scan-kind.ts';
import type { ScanProblem, ScanProblemCode } from '#shared/domain/scan.ts';
import { AppError } from '../refusal.ts';
import type { ScanChecker } from './scan-check.ts';
import type { Vault } from './vault.ts';

export interface ScanDeps {
  readonly vault: Vault;
  readonly checker: ScanChecker;
}

/** A scan whose bytes are on the disk. */
export interface StoredScan {
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
}

/** Checks a file as a paper of this kind and puts it on the disk; refused with every reason why it cannot be used. */
export async function storeChecked({ vault, checker }: ScanDeps, kind: ScanKind, file: File): Promise<StoredScan> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const report = await checker.check(bytes);
  const problems = report.problems.filter(({ code }) => appliesTo(kind, code));
  if (problems.length > 0)
    throw new AppError(
      'scan.refused',
      { fileName: file.name },
      problems.map((one) => fieldProblem(kind, one)),
    );
  return { ...(await vault.put(bytes)), pages: report.pages };
}

/** A letter may be black on white, and may be a PDF that was never paper; the logbook may not (DOMAIN §4.4). */
const onlyForColour: readonly ScanProblemCode[] = ['scan.grey', 'scan.not-a-scan', 'scan.low-resolution'];

function appliesTo(kind: ScanKind, code: ScanProblemCode): boolean {
  return mustBeColour(kind) || !onlyForColour.includes(code);
}

function fieldProblem(kind: ScanKind, { code, page, measured, limit, detail }: ScanProblem): FieldProblem {
  const facts = Object.entries({ page, measured, limit, detail }).flatMap(([key, value]) =>
    value === null ? [] : [[key, value] as const],
  );
  return { step: 'papers', field: `scans.${kind}`, code, facts: Object.fromEntries(facts) };
}
