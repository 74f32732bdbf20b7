import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openRandom } from '#hub/practice/random.ts';
import { openWriter, type ReadDb } from '#core/db/database.ts';
import { storageFailureOf } from '#core/db/failure.ts';
import { AppError } from '#core/refusal.ts';
import { openOfficeFile } from '#core/start/open-file.ts';
import { officeFileOf, removeOffice } from '#tests/support/made-office.ts';
import { trials } from '#tests/support/tier.ts';
import { openPayment } from './counter-flows.ts';
import { faultsInTheFile } from './flow-faults.ts';
import { makeFlowBase } from './flow-base.ts';

const seed = Number(process.env['KAUNTA_SEED'] ?? Date.now() % 2 ** 31);
const flips = trials(100, 1_000);
const zeroedPages = trials(40, 200);
const pageBytes = 4096;

let dataDir: string;
let key: Buffer;
let whole: Buffer;
/** What every table of the undamaged file says. */
let truth: string;
beforeAll(async () => {
  ({ dataDir } = await makeFlowBase());
  const file = await officeFileOf(dataDir);
  ({ key } = file);
  whole = await readFile(path.join(file.folder, 'office.db'));
  truth = await opened({ 'office.db': whole }, key, everything);
});
afterAll(() => removeOffice(dataDir));

/** Opens a folder with these files as the program would, and reads. */
async function opened<T>(files: Readonly<Record<string, Buffer>>, withKey: Buffer, read: (db: ReadDb) => T): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-damage-'));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
    const storage = await openOfficeFile(folder, withKey);
    try {
      return read(storage.reader);
    } finally {
      storage.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Every row of every table, as any screen might come to read it. */
function everything(db: ReadDb): string {
  const tables = db.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`);
  return JSON.stringify(tables.map(({ name }) => [name, db.all(`SELECT * FROM "${name}"`)]));
}

type Verdict = 'refused' | 'found' | 'missed' | 'wrong';

/** How damage comes out: not opened, found by the check of the start or by the first read, not found, or believed. */
async function verdictOn(files: Readonly<Record<string, Buffer>>, withKey = key, says = truth): Promise<Verdict> {
  try {
    return await opened(files, withKey, (db) => {
      const text = everything(db);
      if (faultsInTheFile(db).length > 0) return 'found';
      return text === says ? 'missed' : 'wrong';
    });
  } catch (error) {
    if (error instanceof AppError && error.refusal.code === 'start.damaged-file') return 'refused';
    if (storageFailureOf(error) === 'damaged') return 'found';
    throw error;
  }
}

async function tally(damages: readonly Buffer[]): Promise<Partial<Record<Verdict, number>>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const bytes of damages) {
    const verdict = await verdictOn({ 'office.db': bytes });
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  return counts;
}

function flipped(at: number, bit: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes;
}

function zeroed(page: number): Buffer {
  return Buffer.from(whole).fill(0, page * pageBytes, (page + 1) * pageBytes);
}

/** Page authentication covers all but the start of the first page: the salt, which our raw key has no use for, and eight facts on the file. */
const uncovered = 24;

describe('a damaged office file', () => {
  const random = openRandom(seed);
  const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
  const placeToFlip = () => flipped(random.int(uncovered, whole.length - 1), random.int(0, 7));

  it(`is found for each of ${flips} flipped bits, before any row of it is believed`, { timeout: 600_000 }, async () => {
    const { refused = 0, found = 0, ...rest } = await tally(many(flips, placeToFlip));
    expect({ seed, noticed: refused + found, ...rest }).toEqual({ seed, noticed: flips });
  });

  it(`is found for each of ${zeroedPages} zeroed pages`, { timeout: 600_000 }, async () => {
    const lastPage = whole.length / pageBytes - 1;
    const { refused = 0, found = 0, ...rest } = await tally(many(zeroedPages, () => zeroed(random.int(0, lastPage))));
    expect({ seed, noticed: refused + found, ...rest }).toEqual({ seed, noticed: zeroedPages });
  });

  it(
    'is never believed for a bit that no page authenticates: it is found, or nothing that is read differs',
    { timeout: 600_000 },
    async () => {
      const bits = Array.from({ length: uncovered * 8 }, (_, bit) => flipped(Math.floor(bit / 8), bit % 8));
      const counts = await tally(bits.filter((_, bit) => bit % trials(5, 1) === 0));
      expect(counts).not.toHaveProperty('wrong');
    },
  );

  it('is found wherever it was cut off', async () => {
    const lengths = many(trials(20, 200), () => random.int(1, whole.length - 1));
    const { refused = 0, found = 0, ...rest } = await tally(lengths.map((length) => whole.subarray(0, length)));
    expect({ seed, noticed: refused + found, ...rest }).toEqual({ seed, noticed: lengths.length });
  });

  it('is refused with a key that is not its own', async () => {
    expect(await verdictOn({ 'office.db': whole }, randomBytes(32))).toBe('refused');
  });

  it('is found missed by the same checks in a file whose pages are not authenticated', { timeout: 120_000 }, async () => {
    expect(await believedFlips(60)).toBeGreaterThan(0);
  });
});

/** How many of so many flips SQLite's own check passes and a reader believes, once the file is plain. */
async function believedFlips(count: number): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-plain-'));
  const file = path.join(folder, 'plain.db');
  try {
    await writeFile(file, whole);
    const { raw, close } = openWriter({ path: file, key });
    raw.pragma('journal_mode = DELETE');
    raw.pragma(`rekey = ''`);
    close();
    const plain = await readFile(file);
    const random = openRandom(seed);
    let believed = 0;
    for (let n = 0; n < count; n += 1) {
      const bytes = Buffer.from(plain);
      const at = random.int(pageBytes, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
      await writeFile(file, bytes);
      if (plainVerdict(file) === 'wrong') believed += 1;
    }
    return believed;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function plainVerdict(file: string): Verdict {
  const database = new Database(file, { readonly: true });
  const db: ReadDb = {
    get: <Row>(sql: string) => database.prepare(sql).get() as Row | undefined,
    all: <Row>(sql: string) => database.prepare(sql).all() as Row[],
  };
  try {
    const text = everything(db);
    if (faultsInTheFile(db).length > 0) return 'found';
    return text === truth ? 'missed' : 'wrong';
  } catch {
    return 'found';
  } finally {
    database.close();
  }
}

describe("a journal of SQLite that is not the file's own", () => {
  it("is found where it is an older one of this office or another office's, and is passed over where it is none at all", async () => {
    const { newer, olderWal } = await twoMoments();
    const stranger = await twoMoments();
    const beside = (wal: Buffer) => verdictOn({ 'office.db': newer.file, 'office.db-wal': wal }, newer.key, newer.says);
    expect(['found', 'refused']).toContain(await beside(olderWal));
    expect(['found', 'refused']).toContain(await beside(stranger.olderWal));
    expect(await beside(randomBytes(olderWal.length))).toBe('missed');
  });
});

interface Moments {
  /** The file at rest, and everything it says. */
  readonly newer: { readonly file: Buffer; readonly key: Buffer; readonly says: string };
  /** What stood beside it some acts earlier. */
  readonly olderWal: Buffer;
}

async function twoMoments(): Promise<Moments> {
  const base = await makeFlowBase();
  onTestFinished(() => removeOffice(base.dataDir));
  const office = await officeFileOf(base.dataDir);
  const walAfter = async (from: number, to: number): Promise<Buffer> => {
    const counter = await openPayment(base);
    for (let n = from; n < to; n += 1) await counter.attempt(n);
    const wal = await readFile(path.join(office.folder, 'office.db-wal'));
    await counter.close();
    return wal;
  };
  const olderWal = await walAfter(0, 3);
  await walAfter(3, 8);
  const file = await readFile(path.join(office.folder, 'office.db'));
  return { newer: { file, key: office.key, says: await opened({ 'office.db': file }, office.key, everything) }, olderWal };
}
