import type * as z from 'zod';
import type { payloads } from '#shared/protocol/messages.ts';
import { lockApplication, publishApplication, updateApplication } from '../register/application-store.ts';
import { knowsScanOf } from '../scans/store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

/** Puts a scan that was made anew in the place of one that was lost at its office, so that the registrar looks at what will come. */
export async function replaceScan(
  { sql, device, now }: ActContext,
  { applicationId, lostSha256, ...scan }: z.output<(typeof payloads)['applications.replaceScan']>,
): Promise<ActOutcome> {
  const before = await lockApplication(sql, applicationId);
  // What the hub refused it never held; the mended application will name the new scan by itself.
  if (!before) return applied;
  const { submission } = before;
  const isLost = ({ kind, sha256 }: (typeof submission.scans)[number]) => kind === scan.kind && sha256 === lostSha256;
  if (submission.officeCode !== device.officeCode || !submission.scans.some(isLost)) return refused('act.not-found', { what: scan.kind });
  if (await knowsScanOf(sql, device.officeCode, lostSha256)) return refused('scan.not-lost', { kind: scan.kind });
  const scans = submission.scans.map((one) => (isLost(one) ? scan : one));
  const application = { ...before, submission: { ...submission, scans } };
  await updateApplication(sql, application, now);
  await publishApplication(sql, application, now);
  return applied;
}
