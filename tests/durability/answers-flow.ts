import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { instantOf } from '#shared/base/instant.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import type { Happening } from '#core/sync/engine-io.ts';
import { openDesk, type SyncDeps } from '#core/sync/desk.ts';
import { openOfficeFile } from '#core/start/open-file.ts';
import type { Storage } from '#core/storage.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { officeFileOf } from '#tests/support/made-office.ts';
import { Refused, type Flow, type FlowOptions } from './flow.ts';

export interface AnswersOptions {
  /** Number of submissions that were answered before. */
  readonly from: number;
  readonly outcome: 'applied' | 'refused';
}

/** The hub's answer to the n-th submission, and then a page of its changes, as the sync engine has them written down. */
export async function openAnswers({ dataDir }: Pick<FlowOptions, 'dataDir'>, { from, outcome }: AnswersOptions): Promise<Flow> {
  const { folder, key } = await officeFileOf(dataDir);
  const storage = await openOfficeFile(folder, key);
  const entryIds = listSubmissions(storage);
  const carryOut = openDesk(depsOf(storage));
  return {
    attempt: async (n) => {
      const entryId = entryIds[from + n] ?? '';
      requireOk(await carryOut({ kind: 'store-answers', flightId: n, answers: [answerTo(entryId, outcome)], hubOffsetMs: 0 }));
      requireOk(await carryOut({ kind: 'apply-page', page: pageOf(from + n + 1), hubOffsetMs: 0 }));
      return entryId;
    },
    isReadOnly: () => Promise.resolve(false),
    close: () => Promise.resolve(storage.close()),
  };
}

/** Nothing of the line is used: both works are about the file alone. */
function depsOf(storage: Storage): SyncDeps {
  const nothing = () => undefined;
  return {
    storage,
    hub: {} as SyncDeps['hub'],
    vault: { get: () => Promise.reject(new Error('no scan is asked for')) },
    now: () => mondayMorning,
    random: Math.random,
    newId,
    announce: nothing,
    log: nothing,
    line: { cut: false },
  };
}

/** How an attempt is refused; the engine says no more, because nobody is asked. */
export const notStored = 'not stored';

function requireOk(happening: Happening | undefined): void {
  if (!happening || !('ok' in happening) || !happening.ok) throw new Refused(notStored);
}

function answerTo(entryId: string, outcome: AnswersOptions['outcome']): EntryAnswer {
  const hubReceipt = Buffer.from(randomUUID()).toString('base64');
  return outcome === 'applied' ? { entryId, outcome, hubReceipt } : { entryId, outcome, hubReceipt, code: 'party.not-owner', facts: {} };
}

type Page = Parameters<ReturnType<typeof openDesk>>[0] & { kind: 'apply-page' };

/** Three people, so that a page that was applied in part would show. */
function pageOf(n: number): Page['page'] {
  const person = (k: number) => ({
    idKind: 'national-id',
    idNumber: `9${String(n).padStart(5, '0')}${k}`,
    name: 'Naliaka Simiyu',
    kraPin: '',
    phone: '',
    postalAddress: '',
  });
  const changes = [1, 2, 3].map((k) => ({ kind: 'person', key: person(k).idNumber, body: person(k) }));
  return {
    changes,
    next: `0:${n}`,
    more: false,
    feed: 'made',
    head: null,
    hubTime: instantOf(mondayMorning),
  } as unknown as Page['page'];
}

function listSubmissions({ reader }: Pick<Storage, 'reader'>): string[] {
  return reader
    .all<{ entryId: string }>(`SELECT entry_id AS entryId FROM journal WHERE kind = 'applications.submit' ORDER BY seq`)
    .map(({ entryId }) => entryId);
}
