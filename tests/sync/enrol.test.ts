import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hubPaths } from '#shared/protocol/request.ts';
import type { AppError } from '#core/refusal.ts';
import { enrolDevice } from '#core/sync/enrol.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { openFaultProxy } from './fault-proxy.ts';

describe('enrolment of a PC', () => {
  let test: TestHub;
  beforeAll(async () => {
    test = await openTestHub(usualDatabase);
  });
  afterAll(() => test?.close());

  const enrolOver = async (...faults: Parameters<Awaited<ReturnType<typeof openFaultProxy>>['plan']>[1][]) => {
    const line = await openFaultProxy(test.hub.url);
    onTestFinished(() => line.close());
    line.plan(hubPaths.enrol, ...faults);
    return enrolDevice({ hubUrl: line.url, code: await test.hub.enrolCode('NYR01'), fetch });
  };

  it('whose reply is lost is asked for again, and makes one device', async () => {
    const enrolled = await enrolOver('no-reply', 'half-reply');
    expect(enrolled.answer).toMatchObject({ deviceNo: 1, office: { code: 'NYR01' } });
    expect(enrolled.keys.publicKey).toHaveLength(32);
    expect((await enrolOver('none')).answer).toMatchObject({ deviceNo: 2 });
  });

  it('says whether the code, the address or the line is wrong', async () => {
    const refusalOf = (work: Promise<unknown>) => work.catch((error: unknown) => (error as AppError).refusal.code);
    const at = (hubUrl: string) => refusalOf(enrolDevice({ hubUrl, code: 'WRONG', fetch }));
    expect(await at(test.hub.url)).toBe('enrol.code-wrong');
    expect(await refusalOf(enrolOver('login-page'))).toBe('enrol.hub-not-kaunta');
    expect(await refusalOf(enrolOver('server-error'))).toBe('enrol.hub-not-kaunta');
    expect(await refusalOf(enrolOver('lost', 'lost', 'lost'))).toBe('hub.unreachable');
    expect(await at('not an address')).toBe('hub.unreachable');
  });
});
