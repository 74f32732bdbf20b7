import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { refusal } from '#tests/sync/model/model-hub.ts';
import { grouped } from './batch.ts';
import { step } from './engine.ts';
import type { Happening, SyncEffect } from './engine-io.ts';
import { initialState, mostBatchBytes, mostBatchEntries, type QueuedEntry, type SyncState } from './engine-state.ts';

const entry = (seq: number, bytes = 1_000): QueuedEntry => ({ seq, entryId: `entry ${seq}`, bytes, withheld: null });
const entries = (count: number, bytes?: number) => Array.from({ length: count }, (_, index) => entry(index + 1, bytes));
const down: Happening & { kind: 'push-answered' } = {
  kind: 'push-answered',
  flightId: 1,
  outcome: { kind: 'silence', reason: 'line-down' },
};
const refused = (flightId: number, ...args: Parameters<typeof refusal>): Happening => ({
  kind: 'push-answered',
  flightId,
  outcome: refusal(...args),
});
const answered = (flightId: number, answers: readonly EntryAnswer[]): Happening => ({
  kind: 'push-answered',
  flightId,
  outcome: { kind: 'answer', answers, hubTimeMs: 0 },
});

/** An engine at a desk where a test plays file, line and clock. */
function openEngine() {
  let state: SyncState = initialState;
  let nowMs = 1_800_000_000_000;
  let effects: readonly SyncEffect[] = [];
  const happen = (happening: Happening, random = 0.5) => {
    const taken = step(state, { ...happening, nowMs, random });
    state = taken.state;
    effects = taken.effects;
    return effects;
  };
  return {
    happen,
    /** Starts, and has these entries read. */
    startWith: (queue: readonly QueuedEntry[]) => {
      happen({ kind: 'started', lastContactMs: null, hubOffsetMs: 0 });
      return happen({ kind: 'batch-read', entries: queue });
    },
    pass: (ms: number) => {
      nowMs += ms;
      return happen({ kind: 'tick' });
    },
    last: <K extends SyncEffect['kind']>(kind: K) =>
      effects.findLast((effect): effect is Extract<SyncEffect, { kind: K }> => effect.kind === kind),
    state: () => state,
    nowMs: () => nowMs,
  };
}

const pushed = (effects: readonly SyncEffect[]) =>
  effects.flatMap((effect) => (effect.kind === 'push' ? [effect.entries.map(({ seq }) => seq)] : []));
const kinds = (effects: readonly SyncEffect[]) => effects.map(({ kind }) => kind);

describe('batches', () => {
  it('hold at most 500 entries and 512 kB, follow the journal, and never cross a hole in it', () => {
    const anyQueue = fc.array(fc.record({ gap: fc.constantFrom(1, 1, 1, 2), bytes: fc.integer({ min: 1, max: 600_000 }) }), {
      maxLength: 1_500,
    });
    fc.assert(
      fc.property(anyQueue, (rows) => {
        let seq = 0;
        const queue = rows.map(({ gap, bytes }) => entry((seq += gap), bytes));
        const batches = grouped(queue);
        expect(batches.flat()).toEqual(queue);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(mostBatchEntries);
          const bytes = batch.reduce((sum, one) => sum + one.bytes, 0);
          expect(batch.length === 1 || bytes <= mostBatchBytes).toBe(true);
          expect(batch.every((one, index) => one.seq === (batch[0]?.seq ?? 0) + index)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shrink while a line carries nothing of them, and grow again', () => {
    const engine = openEngine();
    expect(pushed(engine.startWith(entries(400)))[0]).toHaveLength(400);
    engine.happen(down);
    engine.pass(5_000);
    const again = pushed(engine.happen({ kind: 'probed', ok: true }));
    expect(again[0]).toHaveLength(250);
    engine.happen({ ...down, flightId: 2 });
    engine.happen({ kind: 'wakened', why: 'try-now' });
    expect(engine.state().push.mostEntries).toBe(125);
  });
});

describe('a line that is down', () => {
  it('is probed at most five seconds apart, however long, and the first batch leaves with the first answer', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 50, maxLength: 50 }), (randoms) => {
        const engine = openEngine();
        engine.startWith(entries(1));
        engine.happen(down);
        for (const random of randoms) {
          const waitMs = (engine.state().scheduledMs ?? Infinity) - engine.nowMs();
          expect(waitMs).toBeLessThanOrEqual(5_000);
          expect(kinds(engine.pass(waitMs))).toContain('probe');
          engine.happen({ kind: 'probed', ok: false }, random);
        }
        engine.pass(5_000);
        expect(pushed(engine.happen({ kind: 'probed', ok: true }))).toEqual([[1]]);
      }),
      { numRuns: 50 },
    );
  });

  it('is up again as soon as the hub has answered anybody', () => {
    const engine = openEngine();
    engine.startWith(entries(1));
    engine.happen(down);
    engine.happen({ kind: 'contact' });
    expect(engine.state().line).toMatchObject({ state: 'up', reason: null });
  });
});

describe('a hub that cannot take entries now', () => {
  it('is tried again later each time, up to five minutes, with full jitter', () => {
    const engine = openEngine();
    engine.startWith(entries(1));
    const waits: number[] = [];
    for (let flight = 1; flight <= 12; flight += 1) {
      engine.happen(refused(flight, 500, 'hub.fault'), 0.999_999);
      const waitMs = (engine.state().push.wait?.untilMs ?? 0) - engine.nowMs();
      waits.push(Math.round(waitMs / 1_000));
      engine.pass(waitMs);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  it('is not asked before its Retry-After is over, also when a person presses try now', () => {
    const engine = openEngine();
    engine.startWith(entries(1));
    engine.happen(refused(1, 429, 'hub.busy', 30_000));
    expect(pushed(engine.happen({ kind: 'wakened', why: 'try-now' }))).toEqual([]);
    expect(pushed(engine.pass(29_999))).toEqual([]);
    expect(pushed(engine.pass(1_000))).toEqual([[1]]);
  });

  it('keeps what it cannot understand because it is older, and the engine goes on trying', () => {
    const engine = openEngine();
    engine.startWith(entries(2));
    engine.happen(refused(1, 426, 'request.protocol'));
    expect(engine.state().push.reason).toMatchObject({ code: 'request.protocol' });
    expect(pushed(engine.pass(1_000))).toEqual([[1, 2]]);
  });

  it('is tried at once after the clock was set back by days', () => {
    const engine = openEngine();
    engine.startWith(entries(1));
    engine.happen(refused(1, 500, 'hub.fault'));
    expect(pushed(engine.pass(-3 * 86_400_000))).toEqual([[1]]);
  });
});

describe('a hub that has shut this PC out', () => {
  it('hears nothing more until a person says try now, and nothing leaves the queue', () => {
    const engine = openEngine();
    engine.startWith(entries(1));
    engine.happen(refused(1, 401, 'device.revoked'));
    expect(engine.state()).toMatchObject({ stopped: 'device.revoked', scheduledMs: null });
    expect(kinds(engine.pass(3_600_000))).toEqual([]);
    expect(kinds(engine.happen({ kind: 'wakened', why: 'new-entry' }))).toEqual([]);
    expect(pushed(engine.happen({ kind: 'wakened', why: 'try-now' }))).toEqual([[1]]);
  });
});

describe('an entry that the hub cannot read', () => {
  it('is found by the number the hub names, and goes as its hash while its neighbours go whole', () => {
    const engine = openEngine();
    engine.startWith(entries(5));
    const named: Happening = { kind: 'push-answered', flightId: 1, outcome: { ...refusal(409, 'chain.payload'), facts: { seq: 3 } } };
    expect(pushed(engine.happen(named))).toEqual([[1, 2]]);
    const yes = (seq: number): EntryAnswer => ({ entryId: `entry ${seq}`, outcome: 'applied', hubReceipt: 'r' });
    engine.happen(answered(2, [yes(1), yes(2)]));
    expect(pushed(engine.happen({ kind: 'answers-stored', flightId: 2, ok: true }))).toEqual([[3]]);
    engine.happen(refused(3, 409, 'chain.payload'));
    expect(engine.last('push')?.entries).toMatchObject([{ seq: 3, withheld: 'chain.payload' }]);
    engine.happen(answered(4, [yes(3)]));
    expect(engine.last('note-tries')).toMatchObject({ seqs: [3], reason: { code: 'set-aside', facts: { code: 'chain.payload' } } });
    expect(engine.last('store-answers')?.answers).toEqual([]);
    expect(pushed(engine.happen({ kind: 'answers-stored', flightId: 4, ok: true }))).toEqual([[4, 5]]);
  });

  it('is not set aside on a word that this version does not know', () => {
    const engine = openEngine();
    engine.startWith(entries(1));
    engine.happen(refused(1, 413, 'request.of-tomorrow'));
    expect(engine.last('push')).toBeUndefined();
    expect(engine.state().push.reason).toMatchObject({ code: 'not-understood', facts: { code: 'request.of-tomorrow' } });
  });

  it('holds the queue, and says so, where the hub does not take even its hash', () => {
    const engine = openEngine();
    engine.startWith(entries(2));
    engine.happen(refused(1, 409, 'chain.hash'));
    engine.happen(refused(2, 409, 'chain.hash'));
    engine.happen(refused(3, 409, 'chain.hash'));
    expect(engine.state().push).toMatchObject({ reason: { code: 'chain.hash' }, flights: [], groups: [[{ seq: 1 }], [{ seq: 2 }]] });
  });
});

describe('answers', () => {
  it('without a receipt prove nothing', () => {
    const engine = openEngine();
    engine.startWith(entries(1));
    engine.happen(answered(1, [{ entryId: 'entry 1', outcome: 'applied', hubReceipt: '' }]));
    expect(engine.last('store-answers')).toBeUndefined();
    expect(engine.last('note-tries')).toMatchObject({ reason: { code: 'not-answered' } });
  });

  it('that the file did not take, or took without saying so, have it asked what is still to be sent', () => {
    const engine = openEngine();
    engine.startWith(entries(1));
    engine.happen(answered(1, [{ entryId: 'entry 1', outcome: 'applied', hubReceipt: 'r' }]));
    engine.happen({ kind: 'answers-stored', flightId: 1, ok: false });
    expect(engine.last('note-tries')).toMatchObject({ reason: { code: 'not-saved' } });
    expect(pushed(engine.pass(1_000))).toEqual([]);
    expect(engine.last('read-batch')).toMatchObject({ afterSeq: 0 });
    expect(pushed(engine.happen({ kind: 'batch-read', entries: entries(1) }))).toEqual([[1]]);
  });
});

describe('news from the hub', () => {
  it('are asked for again at once while there is more, and a page that was not kept is asked for again later', () => {
    const engine = openEngine();
    engine.startWith([]);
    const page = {
      changes: [],
      next: '1:1',
      more: true,
      feed: 'f',
      head: { epoch: 1, seq: 0, hash: '' },
      hubTime: toInstant('2026-11-23T06:00:00.000Z'),
    };
    engine.happen({ kind: 'pull-answered', outcome: { kind: 'answer', page, hubTimeMs: engine.nowMs() + 9_000 } });
    expect(engine.last('apply-page')).toMatchObject({ page, hubOffsetMs: 9_000 });
    expect(kinds(engine.happen({ kind: 'applied', ok: true, more: true, changes: 0 }))).toContain('pull');
    expect(kinds(engine.happen({ kind: 'applied', ok: false, more: true, changes: 0 }))).not.toContain('pull');
    expect(kinds(engine.pass(1_000))).toContain('pull');
  });
});
