import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import { startCore, type Core } from '#core/start-core.ts';
import { act } from '#tests/support/core.ts';
import { openDesk, type Desk } from '#tests/support/desk.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { testHost } from '#tests/support/test-host.ts';
import { attachPapers, confirmAll, typedTransfer } from '#tests/support/transfer-case.ts';

const { practiceHub } = testHost({ dataDir: tmpdir() }).workers;
/** The sign-in page says it. */
const practicePassword = 'practice';
const isBuilt = existsSync(practiceHub);

describe.skipIf(!isBuilt)(`the practice office${isBuilt ? '' : ' (skipped: out/main holds no build)'}`, { timeout: 120_000 }, () => {
  let dataDir: string;
  let core: Core;

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'kaunta-practice-'));
    core = await startCore(testHost({ dataDir }));
    await openDesk(core).client.start.choosePractice({});
  }, 120_000);
  afterAll(async () => {
    await core?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function signedIn(login: string): Promise<Desk> {
    const desk = openDesk(core);
    await act(desk.client.people.signIn, { login, password: practicePassword });
    return desk;
  }

  it('has staff for every part, and says that it is practice', async () => {
    const { client } = await signedIn('achieng');
    expect(await client.start.status({})).toMatchObject({ phase: 'ready', practice: true, needsPassphrase: false });
    expect(await client.office.status({})).toMatchObject({ practice: true });
    const parts = (await client.people.tiles({})).flatMap(({ roles }) => roles);
    expect(parts).toEqual(expect.arrayContaining(['clerk', 'supervisor', 'registrar', 'admin']));
  });

  it('knows a register: a vehicle of it is looked up, sold with a made-up scan, and needs no supervisor', async () => {
    const desk = await signedIn('achieng');
    const { vehicle } = await act(desk.client.vehicles.lookUp, { text: 'KMFP 324B' });
    const [owner] = vehicle?.owners ?? [];
    if (!vehicle || !owner) throw new Error('The practice register has no KMFP 324B');
    const { id } = await typedTransfer(desk, { vehicle, parties: { seller: partyOfOwner(owner) } });
    const file = await desk.client.applications.practiceScan({ id, kind: 'logbook' });
    await act(desk.client.applications.attachScan, { id, kind: 'logbook', file });
    await attachPapers(desk, id);
    await confirmAll(desk, id);
    const { problems, needsSupervisor } = await desk.client.applications.get({ id });
    expect([problems, needsSupervisor]).toEqual([[], false]);
  });

  it('has a line that can be cut and mended', async () => {
    const { client } = await signedIn('baraka');
    const stateOf = async () => (await client.office.status({})).line.state;
    await client.office.cutLine({ cut: true });
    expect([await stateOf(), (await refusalOf(act(client.vehicles.lookUp, { text: 'KMFP 324B' }))).code]).toEqual([
      'cut',
      'hub.unreachable',
    ]);
    await client.office.cutLine({ cut: false });
    await vi.waitFor(async () => expect(await stateOf()).toBe('up'), { timeout: 20_000, interval: 100 });
  });

  it('is what opens at the next start', async () => {
    await core.close();
    core = await startCore(testHost({ dataDir }));
    const { client } = openDesk(core);
    await vi.waitFor(async () => expect(await client.start.status({})).toMatchObject({ phase: 'ready', practice: true }), {
      timeout: 60_000,
      interval: 50,
    });
    await act(client.people.signIn, { login: 'achieng', password: practicePassword });
    expect((await client.applications.list({ show: 'all', state: null, limit: 10, offset: 0 })).total).toBeGreaterThan(0);
  });
});
