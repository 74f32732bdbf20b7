import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { partyOf, vehicleOf } from '#shared/domain/services/services.ts';
import { letterSignatureBytes } from '#shared/protocol/post.ts';
import { openFaultProxy, type FaultProxy } from '../sync/fault-proxy.ts';
import { act, openTestCore, type Desk } from '../support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { refusalOf } from '../support/refused.ts';
import { mpesaCode, soldByOwner } from '../support/transfer-body.ts';
import { pay, transferReadyToPay, type ReadyToPay } from '../support/transfer-case.ts';

interface Office {
  readonly supervisor: Desk;
  readonly clerk: Desk;
  readonly line: FaultProxy;
}

describe('the post by hand', () => {
  let hub: TestHub;
  let cursor: string;
  let far: Office;
  let near: Office;
  let payments = 700;

  beforeAll(async () => {
    hub = await openTestHub(usualDatabase);
    cursor = (await (await hub.device('NRB01')).pullAll()).next;
  }, 120_000);
  afterAll(() => hub?.close());
  beforeEach(async () => {
    [far, near] = [await office('NYR01'), await office('KSM01')];
    far.line.setDown(true);
  });

  /** An office whose line the test can cut, enrolled while it was up. */
  async function office(officeCode: string): Promise<Office> {
    const line = await openFaultProxy(hub.hub.url);
    onTestFinished(() => line.close());
    const core = await openTestCore({ hub: { url: line.url, code: await hub.hub.enrolCode(officeCode), cursor } });
    return { supervisor: await core.signedIn('supervisor'), clerk: await core.signedIn('clerk'), line };
  }

  async function sell({ clerk }: Office): Promise<ReadyToPay> {
    const vehicle = hub.nextVehicle();
    const ready = await transferReadyToPay(clerk, soldByOwner(vehicle));
    payments += 1;
    await pay(clerk, ready, mpesaCode(payments));
    return ready;
  }

  async function write({ supervisor }: Office) {
    const written = await act(supervisor.client.post.write, {});
    return { written, file: await supervisor.client.post.file({ letterId: written.letterId, kind: 'letter' }) };
  }

  async function carry({ clerk }: Office, file: File): Promise<File> {
    const { letterId } = await act(clerk.client.post.carry, { file });
    return clerk.client.post.file({ letterId, kind: 'answer' });
  }

  /** The stick itself comes to the hub's operator. */
  async function atTheHub(file: File): Promise<File> {
    const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-stick-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const letter = path.join(folder, file.name);
    await writeFile(letter, new Uint8Array(await file.arrayBuffer()));
    const said = await hub.hub.operate({ name: 'read-post', file: letter });
    await expect(hub.hub.operate({ name: 'read-post', file: letter })).rejects.toThrow('EEXIST');
    const answer = /written to (.+)$/u.exec(said)?.[1] ?? '';
    return new File([new Uint8Array(await readFile(answer))], path.basename(answer));
  }

  const waiting = async ({ clerk }: Office) => (await clerk.client.office.status({})).queue.waiting;
  const stateOf = async ({ clerk }: Office, { id }: ReadyToPay) => (await clerk.client.applications.get({ id })).line.state;
  const altered = async (file: File, at: (length: number) => number) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const place = at(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return new File([bytes], file.name);
  };

  it('takes a queue to the hub through another office, brings its answers back, and nothing leaves the queue before', async () => {
    const sold = await sell(far);
    const before = await waiting(far);
    const { written, file } = await write(far);
    expect(written).toMatchObject({ officeCode: 'NYR01', scans: 1 });
    expect(written.entries).toBe(before);
    expect(file.name).toMatch(/^kaunta-to-hub-NYR01-\d+-.*\.kpost$/u);
    const answer = await carry(near, file);
    expect([await waiting(far), await stateOf(far, sold)]).toEqual([before, 'queued']);
    expect(await act(far.supervisor.client.post.read, { file: answer })).toMatchObject({
      answered: before,
      refused: 0,
      conflicts: 0,
      scans: 1,
      stoppedBy: null,
    });
    expect([await waiting(far), await stateOf(far, sold)]).toEqual([0, 'in-review']);
    const { scans } = await far.clerk.client.applications.get({ id: sold.id });
    expect(scans.map(({ atHub }) => atHub)).toEqual([true]);
    const { letters } = await far.clerk.client.post.status({});
    expect(letters).toMatchObject([{ letterId: written.letterId, answeredAt: expect.any(String) }]);
  });

  it('may be carried, and its answer read, as often as anybody likes', async () => {
    const sold = await sell(far);
    const { file } = await write(far);
    const answers = [await carry(near, file), await carry(near, file), await atTheHub(file)];
    for (const answer of [...answers, ...answers]) await act(far.supervisor.client.post.read, { file: answer });
    expect(await stateOf(far, sold)).toBe('in-review');
    far.line.setDown(false);
    await far.clerk.client.queue.tryNow({});
    await expect.poll(() => waiting(far), { timeout: 20_000 }).toBe(0);
  });

  it('brings the hub’s no as well, and the case goes back to its clerk', async () => {
    const [first, second] = [await sell(near), far];
    await expect.poll(() => stateOf(near, first), { timeout: 20_000 }).toBe('in-review');
    const { body } = await near.clerk.client.applications.get({ id: first.id });
    const sold = vehicleOf(body);
    const ready = await transferReadyToPay(second.clerk, sold ? { vehicle: sold, parties: { seller: partyOf(body, 'seller') } } : {});
    payments += 1;
    await pay(second.clerk, ready, mpesaCode(payments));
    const answer = await carry(near, (await write(far)).file);
    expect(await act(far.supervisor.client.post.read, { file: answer })).toMatchObject({ conflicts: 1 });
    expect(await stateOf(far, ready)).toBe('conflict');
  });

  it('is refused where one byte of it was changed, at the hub and at home', async () => {
    await sell(far);
    const { file } = await write(far);
    for (const place of [(length: number) => length - letterSignatureBytes - 9, (length: number) => length - 3]) {
      const refusal = await refusalOf(act(near.clerk.client.post.carry, { file: await altered(file, place) }));
      expect(refusal.code).toBe('post.altered');
      const answer = await altered(await carry(near, file), place);
      expect((await refusalOf(act(far.supervisor.client.post.read, { file: answer }))).code).toBe('post.altered');
    }
    expect(await waiting(far)).toBeGreaterThan(0);
  });

  it('says what a wrong file is', async () => {
    await expect.poll(async () => (await near.clerk.client.post.status({})).waiting, { timeout: 20_000 }).toEqual({ entries: 0, scans: 0 });
    expect((await refusalOf(write(near))).code).toBe('post.nothing-waits');
    await sell(far);
    const { file } = await write(far);
    const answer = await carry(near, file);
    const refusalsOf = async (given: File) => [
      (await refusalOf(act(near.clerk.client.post.carry, { file: given }))).code,
      (await refusalOf(act(near.supervisor.client.post.read, { file: given }))).code,
    ];
    expect(await refusalsOf(new File(['%PDF-1.7'], 'a.pdf'))).toEqual(['post.not-a-letter', 'post.not-a-letter']);
    expect((await refusalOf(act(near.clerk.client.post.carry, { file: answer }))).code).toBe('post.is-answer');
    expect((await refusalOf(act(far.supervisor.client.post.read, { file }))).code).toBe('post.is-letter');
    expect((await refusalOf(act(near.supervisor.client.post.read, { file: answer }))).code).toBe('post.not-yours');
    near.line.setDown(true);
    expect((await refusalOf(act(near.clerk.client.post.carry, { file }))).code).toBe('hub.unreachable');
  });
});
