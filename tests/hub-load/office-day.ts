import { createHash } from 'node:crypto';
import type { Instant } from '#shared/base/instant.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { PushedEntry, Submission } from '#shared/protocol/messages.ts';
import type { DeviceDouble } from '#tests/support/device.ts';
import { submissionOf, submitAct } from '#tests/support/submission.ts';

/** What one transfer leaves in a counter's journal: opened, a paper scanned, two who confirm, paid and sent, and the hub's word noted. */
export const entriesPerTransfer = 6;
/** Signed in and out. */
const entriesPerDay = 2;

export function transfersIn(entries: number): number {
  return (entries - entriesPerDay) / entriesPerTransfer;
}

/** The entries of an office's day in which these vehicles changed hands; kinds and sizes are those of a real counter's journal. */
export function officeDay(device: DeviceDouble, vehicles: readonly Vehicle[], at: Instant): readonly PushedEntry[] {
  const subject = `user:${device.clerk.id}`;
  return [
    device.write({ kind: 'people.signIn', payload: { ok: true }, subject, scope: 'device' }),
    ...vehicles.flatMap((vehicle) => transfer(device, submissionOf(device, vehicle, at))),
    device.write({ kind: 'people.signOut', payload: { ok: true }, subject, scope: 'device' }),
  ];
}

function transfer(device: DeviceDouble, submission: Submission): PushedEntry[] {
  const { applicationId, reference, service } = submission;
  const subject = `application:${applicationId}`;
  const contentHash = sha256(applicationId);
  const confirm = (role: string) =>
    device.write({
      kind: 'applications.confirm',
      subject,
      payload: { applicationId, reference, role, method: 'typed-name', witness: device.clerk.name, contentHash },
    });
  return [
    device.write({ kind: 'applications.open', subject, payload: { applicationId, reference, service } }),
    device.write({
      kind: 'applications.attachScan',
      subject,
      payload: { applicationId, kind: 'logbook', fileName: 'logbook.pdf', sha256: sha256(`${applicationId}-logbook`), pages: 1 },
    }),
    confirm('seller'),
    confirm('buyer'),
    device.write(submitAct(submission)),
    device.write({ kind: 'hub.application', subject, payload: { state: 'in-review' }, scope: 'device' }),
  ];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
