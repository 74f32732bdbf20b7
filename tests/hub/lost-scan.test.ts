import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Submission } from '#shared/protocol/messages.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import { tus, uploadPath } from '#shared/protocol/tus.ts';
import type { DeviceDouble } from '../support/device.ts';
import { isHere, skipNote, triedKinds } from '../support/hub.ts';
import { submitAct } from '../support/submission.ts';
import { codeOf, useThreeOffices } from './three-offices.ts';

interface CaseBody {
  readonly submission: Submission;
}

const newScan = () => {
  const content = randomBytes(700);
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
};
type NewScan = ReturnType<typeof newScan>;

/** The act of an office whose logbook scan was lost. */
function replaceAct({ applicationId, scans }: Submission, { content, sha256 }: NewScan) {
  const [lost] = scans;
  const scan = { sha256, bytes: content.length, pages: 1, fileName: 'again.pdf' };
  return {
    kind: 'applications.replaceScan',
    subject: `application:${applicationId}`,
    payload: { applicationId, kind: lost?.kind ?? '', lostSha256: lost?.sha256 ?? '', ...scan },
  };
}

async function send(device: DeviceDouble, { content, sha256 }: NewScan): Promise<void> {
  const version = { [tus.headers.version]: tus.version };
  const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
  const length = { [tus.headers.length]: String(content.length), [tus.headers.metadata]: metadata };
  await device.send({ method: 'POST', path: hubPaths.scans, headers: { ...version, ...length } });
  const headers = { ...version, [tus.headers.offset]: '0', 'content-type': tus.contentType };
  await device.send({ method: 'PATCH', path: uploadPath({ sha256, bytes: content.length }), headers, body: content });
}

for (const kind of triedKinds) {
  describe.skipIf(!isHere(kind))(`a scan that its office has lost, over ${kind}${skipNote(kind)}`, () => {
    const offices = useThreeOffices(kind);

    it('gives its place to the new one, which the registrar then sees and reads', async () => {
      const { nairobi, kisumu, submitted, newest } = offices();
      const submission = await submitted();
      const [again, [, ...others]] = [newScan(), submission.scans];
      expect(codeOf(await kisumu.act(replaceAct(submission, again)))).toBe('applied');
      const told = await newest<CaseBody>(nairobi, 'case', submission.applicationId);
      expect(told).toMatchObject({ state: 'in-review' });
      expect(told?.submission.scans).toEqual([
        { kind: submission.scans[0]?.kind, sha256: again.sha256, bytes: 700, pages: 1, fileName: 'again.pdf' },
        ...others,
      ]);
      await send(kisumu, again);
      const read = await nairobi.send({ method: 'GET', path: `${hubPaths.scans}/${again.sha256}` });
      expect(read.bytes).toEqual(again.content);
    });

    it('may be lost twice, and each new one takes the place of the one before', async () => {
      const { nairobi, kisumu, submitted, newest } = offices();
      const submission = await submitted();
      const [second, third] = [newScan(), newScan()];
      await kisumu.act(replaceAct(submission, second));
      const [first] = submission.scans;
      const changed = { ...submission, scans: first ? [{ ...first, sha256: second.sha256 }] : [] };
      expect(codeOf(await kisumu.act(replaceAct(changed, third)))).toBe('applied');
      expect(codeOf(await kisumu.act(replaceAct(submission, newScan())))).toBe('act.not-found');
      const told = await newest<CaseBody>(nairobi, 'case', submission.applicationId);
      expect(told?.submission.scans[0]?.sha256).toBe(third.sha256);
    });

    it('keeps its place once its bytes have come', async () => {
      const { nairobi, kisumu, newSubmission, newest } = offices();
      const [came, made] = [newScan(), newSubmission()];
      const scans = made.scans.map((scan) => ({ ...scan, sha256: came.sha256, bytes: came.content.length }));
      const submission = { ...made, scans };
      await kisumu.act(submitAct(submission));
      await send(kisumu, came);
      expect(codeOf(await kisumu.act(replaceAct(submission, newScan())))).toBe('scan.not-lost');
      const told = await newest<CaseBody>(nairobi, 'case', submission.applicationId);
      expect(told?.submission.scans).toEqual(scans);
    });

    it('is replaced by its own office and no other', async () => {
      const { nairobi, nyeri, submitted, newest } = offices();
      const submission = await submitted();
      expect(codeOf(await nairobi.act(replaceAct(submission, newScan())))).toBe('act.not-found');
      // To Nyeri it is as good as none, and nothing comes of it.
      expect(codeOf(await nyeri.act(replaceAct(submission, newScan())))).toBe('applied');
      const told = await newest<CaseBody>(nairobi, 'case', submission.applicationId);
      expect(told?.submission.scans).toEqual(submission.scans);
    });
  });
}
