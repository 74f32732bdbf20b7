import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startCore, type Core } from '#core/start-core.ts';
import { act, openTestCore, type CoreClient } from '#tests/support/core.ts';
import { openDesk } from '#tests/support/desk.ts';
import { openEnrolDesk, wrongEnrolCode, type EnrolDesk } from '#tests/support/enrol-desk.ts';
import { withOfficeFile } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { testHost, type TestHostOptions } from '#tests/support/test-host.ts';

const passphrase = 'maji ya mto ni matamu';
const admin = { name: 'Esther Nduta', login: 'esther', password: 'mti wa mwembe' };

interface NewPc {
  readonly dataDir: string;
  readonly hub: EnrolDesk;
  /** Starts the program on this PC's folder, as often as the test likes. */
  start(options?: Pick<TestHostOptions, 'keyStore'>): Promise<{ readonly core: Core; readonly client: CoreClient }>;
}

/** A PC on which nothing was ever done, and a hub that may enrol it. */
async function newPc(): Promise<NewPc> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kaunta-start-'));
  const hub = await openEnrolDesk();
  const cores: Core[] = [];
  onTestFinished(async () => {
    for (const core of cores) await core.close();
    await hub.close();
    await rm(dataDir, { recursive: true });
  });
  return {
    dataDir,
    hub,
    start: async (options = {}) => {
      const core = await startCore(testHost({ dataDir, ...options }));
      cores.push(core);
      return { core, client: openDesk(core).client };
    },
  };
}

/** The phase once nothing is under way any more. */
async function settledPhase(client: CoreClient): Promise<string> {
  await expect.poll(async () => (await client.start.status({})).phase).not.toBe('opening');
  return (await client.start.status({})).phase;
}

describe('the first start', () => {
  it('takes another language and other colours before there is an office', async () => {
    const { client } = await (await newPc()).start();
    await client.settings.setScreen({ locale: 'sw', scheme: 'dark' });
    expect(await client.settings.get({})).toMatchObject({ locale: 'sw', scheme: 'dark' });
  });

  it('leads from nothing over enrolment and the first admin to the sign-in, and to the office at the next start', async () => {
    const pc = await newPc();
    const { core, client } = await pc.start();
    expect(await client.start.status({})).toMatchObject({ phase: 'first-start', practice: false, needsPassphrase: false, office: null });
    const enrolled = await client.start.enrol({ hubUrl: pc.hub.url, code: 'ABCD-1234', passphrase: null });
    expect(enrolled).toMatchObject({ phase: 'create-admin', office: { code: 'NRB01', name: 'Nairobi', deviceNo: 3 } });
    await act(client.start.createAdmin, admin);
    await act(client.people.signIn, { login: admin.login, password: admin.password });
    expect(await client.start.status({})).toMatchObject({ phase: 'ready' });
    await core.close();
    const again = await pc.start();
    expect([await settledPhase(again.client), pc.hub.codes]).toEqual(['ready', ['ABCD-1234']]);
  });

  it('makes one first admin: a repeat is the same one, another is refused', async () => {
    const pc = await newPc();
    const { client } = await pc.start();
    await client.start.enrol({ hubUrl: pc.hub.url, code: 'ABCD-1234', passphrase: null });
    expect((await refusalOf(act(client.start.createAdmin, { ...admin, password: 'esther 2026' }))).code).toBe('password.too-common');
    const entryId = '01900000-0000-7000-8000-000000000001';
    await act(client.start.createAdmin, admin, entryId);
    await act(client.start.createAdmin, admin, entryId);
    expect((await refusalOf(act(client.start.createAdmin, { ...admin, login: 'other' }))).code).toBe('act.forbidden');
    expect(await client.people.tiles({})).toEqual([{ login: 'esther', name: 'Esther Nduta', roles: ['admin', 'supervisor'] }]);
  });

  it('with a wrong code leaves nothing behind and may be tried again', async () => {
    const pc = await newPc();
    const { client } = await pc.start();
    const wrong = client.start.enrol({ hubUrl: pc.hub.url, code: wrongEnrolCode, passphrase: null });
    expect((await refusalOf(wrong)).code).toBe('enrol.code-wrong');
    expect([(await client.start.status({})).phase, await readdir(pc.dataDir)]).toEqual(['first-start', []]);
    expect(await client.start.enrol({ hubUrl: pc.hub.url, code: 'ABCD-1234', passphrase: null })).toMatchObject({ phase: 'create-admin' });
  });

  it.each([
    ['nobody listens', 'http://127.0.0.1:9', 'hub.unreachable'],
    ['something else answers', 'http://127.0.0.1:PORT/other', 'hub.unreachable'],
  ])('where %s says so and may be tried again', async (_, url, code) => {
    const pc = await newPc();
    const { client } = await pc.start();
    const { port } = new URL(pc.hub.url);
    expect((await refusalOf(client.start.enrol({ hubUrl: url.replace('PORT', port), code: 'ABCD-1234', passphrase: null }))).code).toBe(
      code,
    );
    expect((await client.start.status({})).phase).toBe('first-start');
  });

  it('may not be begun again in an open office, nor turned into practice', async () => {
    const core = await openTestCore();
    const { client } = core.desk();
    expect((await refusalOf(client.start.choosePractice({}))).code).toBe('start.already-open');
    expect((await refusalOf(client.start.enrol({ hubUrl: 'http://127.0.0.1:9', code: 'X', passphrase: null }))).code).toBe(
      'start.already-open',
    );
    await core.restart();
    expect(await core.desk().client.start.status({})).toMatchObject({ phase: 'ready', practice: false });
  });
});

describe('an office without a key store', () => {
  const noKeyStore = { keyStore: null };

  async function enrolled(): Promise<NewPc> {
    const pc = await newPc();
    const { core, client } = await pc.start(noKeyStore);
    await client.start.enrol({ hubUrl: pc.hub.url, code: 'ABCD-1234', passphrase });
    await core.close();
    return pc;
  }

  it('refuses a short passphrase before the code is spent', async () => {
    const pc = await newPc();
    const { client } = await pc.start(noKeyStore);
    expect((await client.start.status({})).needsPassphrase).toBe(true);
    const short = client.start.enrol({ hubUrl: pc.hub.url, code: 'ABCD-1234', passphrase: 'maji matamu' });
    expect(await refusalOf(short)).toMatchObject({ code: 'start.passphrase-too-short', facts: { min: 12 } });
    expect(pc.hub.codes).toEqual([]);
  });

  it('stays locked until the passphrase is given, and answers nobody before', async () => {
    const { client } = await (await enrolled()).start(noKeyStore);
    expect((await client.start.status({})).phase).toBe('locked');
    expect((await refusalOf(act(client.people.signIn, { login: 'esther', password: 'x' }))).code).toBe('sign-in.required');
    expect((await refusalOf(client.start.unlock({ passphrase: `${passphrase}.` }))).code).toBe('start.passphrase-wrong');
    expect(await client.start.status({})).toMatchObject({ phase: 'locked', failure: { code: 'start.passphrase-wrong' } });
    expect((await refusalOf(client.start.choosePractice({}))).code).toBe('start.already-open');
    expect(await client.start.unlock({ passphrase })).toMatchObject({ phase: 'create-admin', failure: null });
  });
});

describe('a folder that cannot be opened', () => {
  it('because a program has it open already is refused', async () => {
    const pc = await newPc();
    const { core } = await pc.start();
    await expect(pc.start()).rejects.toMatchObject({
      refusal: { code: 'start.already-open', facts: { folder: path.basename(pc.dataDir) } },
    });
    await core.close();
    await pc.start();
  });

  it.each<[string, string, (dataDir: string) => Promise<unknown>]>([
    [
      'is of a newer program',
      'start.newer-file',
      (dataDir) => withOfficeFile(dataDir, (storage) => storage.writer.run('PRAGMA user_version = 9999')),
    ],
    [
      'is no database',
      'start.damaged-file',
      (dataDir) => writeFile(path.join(dataDir, 'office/office.db'), 'This was a database. '.repeat(400)),
    ],
    ['has a key file that is half written', 'start.damaged-file', (dataDir) => writeFile(path.join(dataDir, 'office/key.json'), '{"wrap')],
    ['has no key file any more', 'start.damaged-file', (dataDir) => rm(path.join(dataDir, 'office/key.json'))],
  ])('because it %s stands with its reason, and nothing in it is touched', async (_, code, damage) => {
    const core = await openTestCore();
    await core.close();
    await damage(core.dataDir);
    const before = await readdir(path.join(core.dataDir, 'office'));
    await core.restart();
    const { client } = core.desk();
    expect(await client.start.status({})).toMatchObject({ phase: 'recovery', office: null, failure: { code } });
    expect((await refusalOf(act(client.people.signIn, { login: 'clerk', password: 'x' }))).code).toBe('sign-in.required');
    expect(await readdir(path.join(core.dataDir, 'office'))).toEqual(
      expect.arrayContaining(before.filter((name) => !/-(wal|shm)$/u.test(name))),
    );
  });

  it('is tried again on request, and opens once the cause is gone', async () => {
    const core = await openTestCore();
    await core.close();
    const key = path.join(core.dataDir, 'office/key.json');
    await rename(key, `${key}.away`);
    await core.restart();
    const { client } = core.desk();
    expect(await client.start.retry({})).toMatchObject({ phase: 'recovery', failure: { code: 'start.damaged-file' } });
    await rename(`${key}.away`, key);
    expect(await client.start.retry({})).toMatchObject({ phase: 'ready', failure: null });
  });
});
