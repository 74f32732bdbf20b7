import { candidateFields } from '#shared/domain/school-list/candidate-row.ts';
import { candidateHeading, matchCandidateColumns } from '#shared/domain/school-list/candidate-columns.ts';
import { questionKey } from '#shared/domain/batch/judged-row.ts';
import { findApplication } from '../applications/service.ts';
import { answerRead, type ReadingDesk } from '../batches/service.ts';
import { refuseNoSession } from '../booking-acts/service.ts';
import type { KeepContext, QueryContext } from '../context.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { checkSupervisor } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import { templateOf } from '../table-file/service.ts';
import { bookList } from './book.ts';
import { openListAnew, sendListAgain, type SendingDeps } from './came-back.ts';
import { listCandidates, putCandidate, type Candidate } from './candidate-store.ts';
import { noCandidate, planCandidates } from './import.ts';
import { countsOf, judge, viewOf } from './judge.ts';
import { findList, insertList, listLists, markList, noteListChanged, type SchoolList } from './list-store.ts';
import { countsOfComeBack, listOutcomes } from './outcome.ts';
import { countOld, planOf, type PlanDeps } from './plan.ts';

export interface SchoolListDeps extends PlanDeps, SendingDeps {
  readonly desk: ReadingDesk;
  /** After the act is on disk: seats are asked for or given back. */
  readonly tend: () => void;
}

type Handlers = FeatureHandlers<'schoolLists'>;

/** More candidates than any session has seats: how many are tested in one is not published (DOMAIN §6.2). */
const mostCandidates = 200;

/** A driving school's candidates for one session, from the first row to their seats. */
export function schoolListHandlers(deps: SchoolListDeps): Handlers {
  return { ...lifeHandlers(deps), ...fileHandlers(deps), ...rowHandlers, ...bookingHandlers(deps) };
}

function lifeHandlers({ reference }: SchoolListDeps): Pick<Handlers, 'list' | 'get' | 'open' | 'openAnew' | 'delete'> {
  const lineOf = (list: SchoolList, back: ReadonlyMap<string, number>) => {
    const { state, paymentState, ...facts } = list;
    return {
      ...facts,
      state: state === 'draft' ? ('draft' as const) : paymentState === 'cancelled' ? ('cancelled' as const) : ('booked' as const),
      back: back.get(list.id) ?? 0,
      centreName: reference.testCentres.centres.find(({ code }) => code === list.centre)?.name ?? list.centre,
      startsAt: reference.testSessions.sessions.find(({ id }) => id === list.session)?.startsAt ?? list.session,
    };
  };
  return {
    list: (cx) => {
      const back = countsOfComeBack(cx.db);
      return { lists: listLists(cx.db).map((list) => ({ ...lineOf(list, back), counts: countsIn(cx, list) })) };
    },
    get: (cx, { id }) => {
      const list = getList(cx, id);
      const candidates = listCandidates(cx.db, id);
      const rows = judge(cx, list, list.state === 'booked' ? [] : candidates);
      return {
        list: { ...lineOf(list, countsOfComeBack(cx.db)), counts: countsIn(cx, list) },
        rows: rows.map(viewOf),
        booked: listOutcomes(cx.db, id),
        payment: paymentIn(cx, list),
      };
    },
    open: (cx, wanted) => {
      const { centre, day, session, class: of } = wanted;
      refuseNoSession(cx, wanted);
      const [id, number] = [cx.newId(), cx.takeNumber('L')];
      insertList(cx.db, { id, number, ...wanted, openedBy: cx.actor.name, openedAt: cx.now });
      cx.setSubject(`school-list:${id}`);
      cx.setPayload({ listId: id, number, school: wanted.school, centre, day, session, class: of });
      cx.announce('school-lists');
      return { id, number };
    },
    openAnew: (cx, { id }) => openListAnew(cx, getList(cx, id)),
    delete: (cx, { id, reason }) => {
      const { number } = getDraft(cx, id);
      markList(cx.db, id, { state: 'deleted', at: cx.now });
      cx.setSubject(`school-list:${id}`);
      cx.setPayload({ listId: id, number, reason });
      cx.announce('school-lists');
      return {};
    },
  };
}

/** Null where nobody got a seat, so that nothing was paid. */
function paymentIn({ db }: QueryContext, { id, paymentState: state }: SchoolList) {
  return state && { receiptNumber: findApplication(db, id)?.receiptNumber ?? '', state };
}

/** Of a list that was booked, those who became a booking or a place on the wait list; the others stayed behind. */
function countsIn(cx: QueryContext, list: SchoolList) {
  const candidates = listCandidates(cx.db, list.id);
  if (list.state !== 'booked') return countsOf(judge(cx, list, candidates));
  const good = candidates.filter(({ applicationId }) => applicationId !== null).length;
  return { good, bad: 0, aside: candidates.length - good, total: candidates.length };
}

function fileHandlers({ desk }: SchoolListDeps): Pick<Handlers, 'readFile' | 'importRows' | 'template'> {
  return {
    readFile: (cx, { id, file, sheet, readId }) => {
      getDraft(cx, id);
      const wanted = { readId, batchId: id, userId: cx.actor.id, file, sheet };
      return answerRead(desk, wanted, { match: matchCandidateColumns, remembered: new Map() });
    },
    importRows: (cx, { id, readId, columns }) => {
      const list = getDraft(cx, id);
      const twice = columns.find((field, column) => field !== null && columns.indexOf(field) !== column);
      if (twice) throw new AppError('batch.column-twice', { field: twice });
      const file = desk.held(readId, { userId: cx.actor.id, batchId: id });
      const rows = judge(cx, list, listCandidates(cx.db, id));
      const { added, mended, unchanged } = planCandidates({ rows: file.rows, fields: columns }, { rows, newId: cx.newId });
      refuseTooMany(rows.length + added.length);
      for (const candidate of [...mended, ...added]) putCandidate(cx.db, id, candidate);
      noteListChanged(cx.db, id, cx.now);
      const answer = { added: added.length, mended: mended.length, unchanged };
      cx.setSubject(`school-list:${id}`);
      cx.setPayload({ listId: id, number: list.number, fileName: file.name, fileHash: file.hash, ...answer });
      cx.announce('school-lists');
      return answer;
    },
    template: async () => {
      const bytes = await templateOf(candidateFields.map((field) => ({ heading: candidateHeading(field), widthChars: 26 })));
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return new File([new Uint8Array(bytes)], 'kaunta-school-list.xlsx', { type });
    },
  };
}

const rowHandlers: Pick<Handlers, 'keepRows' | 'confirm' | 'setAside'> = {
  keepRows: (cx, { id, rows }) => {
    const list = getDraft(cx, id);
    const standing = listCandidates(cx.db, id);
    let position = standing.at(-1)?.position ?? 0;
    const kept = rows.map(({ id: rowId, cells }) => {
      const old = standing.find((one) => one.id === rowId);
      return old ? { ...old, cells } : { ...noCandidate, id: rowId, position: (position += 1), cells };
    });
    refuseTooMany(position);
    return settle(cx, list, kept);
  },
  confirm: (cx, { id, rowId, field, code }) => {
    const list = getDraft(cx, id);
    const own = listCandidates(cx.db, id).filter((one) => one.id === rowId);
    return settle(
      cx,
      list,
      own.map((row) => ({ ...row, confirmed: [...new Set([...row.confirmed, questionKey({ field, code }, row.cells)])] })),
    );
  },
  setAside: (cx, { id, rowIds, aside }) => {
    const list = getDraft(cx, id);
    const own = listCandidates(cx.db, id).filter((one) => rowIds.includes(one.id));
    return settle(
      cx,
      list,
      own.map((row) => ({ ...row, isAside: aside })),
    );
  },
};

/** A list is short, so the whole of it is judged anew. */
function settle(cx: KeepContext, list: SchoolList, changed: readonly Candidate[]) {
  for (const candidate of changed) putCandidate(cx.db, list.id, candidate);
  noteListChanged(cx.db, list.id, cx.now);
  const rows = judge(cx, list, listCandidates(cx.db, list.id));
  cx.announce('school-lists');
  return { rows: rows.map(viewOf), counts: countsOf(rows) };
}

function bookingHandlers(deps: SchoolListDeps): Pick<Handlers, 'plan' | 'book' | 'sendAgain'> {
  return {
    plan: (cx, { id }) => {
      const list = getDraft(cx, id);
      const { seats, booked, waiting, fee } = planOf(cx, deps, { list, rows: judge(cx, list, listCandidates(cx.db, id)) });
      const named = ({ position, driver }: (typeof booked)[number]) => ({ position, name: driver?.name ?? '' });
      const lines = (fee?.lines ?? []).map((line) => ({ ...line, unsure: false }));
      return {
        seats,
        booked: booked.map(named),
        waiting: waiting.map(named),
        lines,
        totalCents: fee?.totalCents ?? 0,
        oldRecords: countOld(booked),
      };
    },
    sendAgain: (cx, { id }) => {
      cx.afterCommit(deps.tend);
      return sendListAgain(cx, deps, getList(cx, id));
    },
    book: prepared({
      prepare: (cx, { supervision }) => (supervision ? checkSupervisor(cx, supervision) : Promise.resolve(null)),
      execute: (cx, { id, supervision, ...order }, checked) => {
        cx.afterCommit(deps.tend);
        const word = checked && { checked, reason: supervision?.reason ?? '' };
        return bookList(cx, deps, { list: getDraft(cx, id), ...order, word });
      },
    }),
  };
}

function refuseTooMany(count: number): void {
  if (count > mostCandidates) throw new AppError('school.too-many', { most: mostCandidates });
}

function getList({ db }: Pick<QueryContext, 'db'>, id: string): SchoolList {
  const list = findList(db, id);
  if (!list || list.state === 'deleted') throw new AppError('act.not-found', { what: 'school-list' });
  return list;
}

/** What was booked is changed booking by booking. */
function getDraft(cx: Pick<QueryContext, 'db'>, id: string): SchoolList {
  const list = getList(cx, id);
  if (list.state === 'booked') throw new AppError('school.booked-already', { number: list.number });
  return list;
}
