import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { trials } from '#tests/support/tier.ts';
import { step } from './engine.ts';
import type { Happening, SyncEffect } from './engine-io.ts';
import { initialState, type QueuedEntry, type SyncState } from './engine-state.ts';

const entry = (seq: number, isOld?: boolean): QueuedEntry => ({ seq, entryId: `entry ${seq}`, bytes: 400, withheld: null, isOld });
const entries = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => entry(from + index));
const yes = ({ entryId }: QueuedEntry): EntryAnswer => ({ entryId, outcome: 'applied', hubReceipt: 'r' });

/** An engine on a line that is up, with a journal of so many entries, and what it did so far. */
function openEngine(journal: readonly QueuedEntry[]) {
  let state: SyncState = initialState;
  let nowMs = 1_800_000_000_000;
  const out = new Map<number, readonly QueuedEntry[]>();
  const stored: number[] = [];
  const seen: SyncEffect[] = [];
  const happen = (happening: Happening): void => {
    const taken = step(state, { ...happening, nowMs, random: 0.5 });
    state = taken.state;
    for (const effect of taken.effects) {
      seen.push(effect);
      if (effect.kind === 'push') out.set(effect.flightId, effect.entries);
      if (effect.kind === 'store-answers') stored.push(...effect.answers.map(({ entryId }) => Number(entryId.slice(6))));
      if (effect.kind === 'store-answers') happen({ kind: 'answers-stored', flightId: effect.flightId, ok: true });
      if (effect.kind === 'read-batch')
        happen({
          kind: 'batch-read',
          entries: journal.filter(({ seq }) => seq > effect.afterSeq && !stored.includes(seq)).slice(0, effect.limit),
        });
    }
  };
  happen({ kind: 'started', lastContactMs: null, hubOffsetMs: 0 });
  happen({ kind: 'contact' });
  return {
    happen,
    seen,
    stored,
    out: () => [...out].map(([id, batch]) => ({ id, from: batch[0]?.seq, to: batch.at(-1)?.seq })),
    reply: (id: number, outcome?: (Happening & { kind: 'push-answered' })['outcome']) => {
      const batch = out.get(id) ?? [];
      out.delete(id);
      const answers = batch.map(yes);
      happen({ kind: 'push-answered', flightId: id, outcome: outcome ?? { kind: 'answer', answers, hubTimeMs: nowMs } });
    },
    pass: (ms: number) => {
      nowMs += ms;
      happen({ kind: 'tick' });
    },
    state: () => state,
  };
}

const refusal = (status: number, code: string, facts = {}) => ({ kind: 'refusal', status, code, facts, retryAfterMs: null }) as const;

describe('two batches on their way', () => {
  /** The first goes while nobody knows whether there is a line; then two travel. */
  const openWithTwo = () => {
    const engine = openEngine(entries(1, 1_700));
    engine.reply(1);
    expect(engine.out()).toMatchObject([
      { id: 2, from: 501, to: 1_000 },
      { id: 3, from: 1_001, to: 1_500 },
    ]);
    return engine;
  };

  it('are written down in the order of the journal, whichever is answered first', () => {
    const engine = openWithTwo();
    engine.reply(3);
    expect(engine.stored.at(-1)).toBe(500);
    engine.reply(2);
    expect(engine.stored).toEqual(entries(1, 1_500).map(({ seq }) => seq));
  });

  it('of which the first fails: the second goes again behind it, and neither twice at once', () => {
    const engine = openWithTwo();
    engine.reply(2, refusal(500, 'hub.fault'));
    engine.reply(3, refusal(409, 'chain.gap', { seq: 1_001, expected: 501 }));
    expect(engine.out()).toEqual([]);
    engine.pass(1_000);
    expect(engine.out()).toMatchObject([{ from: 501, to: 1_000 }]);
    engine.reply(4);
    expect(engine.out()).toMatchObject([{ from: 1_001, to: 1_500 }]);
    expect(engine.seen.filter(({ kind }) => kind === 'note-resend')).toEqual([]);
  });

  it('of which only the second is answered wait for the first, and nothing of the second is sent again', () => {
    const engine = openWithTwo();
    engine.reply(2, { kind: 'silence', reason: 'line-down' });
    engine.reply(3);
    engine.pass(5_000);
    engine.reply(4);
    for (const { id } of engine.out()) engine.reply(id);
    expect(engine.stored.slice(0, 1_500)).toEqual(entries(1, 1_500).map(({ seq }) => seq));
    expect(engine.seen.flatMap((effect) => (effect.kind === 'push' ? effect.entries : [])).filter(({ seq }) => seq === 1_200)).toHaveLength(
      1,
    );
  });

  it('fail together as one failure', () => {
    const engine = openWithTwo();
    engine.reply(2, { kind: 'silence', reason: 'line-down' });
    engine.reply(3, { kind: 'silence', reason: 'line-down' });
    expect(engine.state().push).toMatchObject({ level: 1, mostEntries: 250 });
  });

  it('never hold the same entry, and answers are written down in order, whatever comes back and when', () => {
    const reply = fc.record({ which: fc.nat(1), what: fc.constantFrom('yes', 'yes', 'half', 'silence', 'fault', 'gap') });
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 40 }), (replies) => {
        const engine = openEngine(entries(1, 1_700));
        for (const { which, what } of [...replies, ...Array.from({ length: 30 }, () => ({ which: 0, what: 'yes' }))]) {
          const flights = engine.out();
          const sent = flights.flatMap(({ from = 0, to = 0 }) => entries(from, to).map(({ seq }) => seq));
          expect(new Set(sent).size).toBe(sent.length);
          const flight = flights[which % Math.max(1, flights.length)];
          if (flight) {
            const answers = entries(flight.from ?? 0, flight.to ?? 0).map(yes);
            const half = { kind: 'answer', answers: answers.slice(0, Math.ceil(answers.length / 2)), hubTimeMs: 0 } as const;
            if (what === 'yes') engine.reply(flight.id);
            if (what === 'half') engine.reply(flight.id, half);
            if (what === 'silence') engine.reply(flight.id, { kind: 'silence', reason: 'line-down' });
            if (what === 'fault') engine.reply(flight.id, refusal(500, 'hub.fault'));
            // Only the second of two can come too early.
            if (what === 'gap')
              engine.reply(flight.id, flights.length > 1 && flight === flights[1] ? refusal(409, 'chain.gap') : undefined);
          }
          engine.pass(300_000);
          engine.happen({ kind: 'probed', ok: true });
        }
        expect(engine.stored).toEqual(entries(1, 1_700).map(({ seq }) => seq));
      }),
      { numRuns: trials(100, 2_000) },
    );
  });
});

describe('a batch that the hub refuses as a branch', () => {
  it('waits for a supervisor from the row the hub names, where this file has begun a newer epoch, and the rest goes on', () => {
    const engine = openEngine([entry(1, true), entry(2, true), entry(3)]);
    expect(engine.out()).toMatchObject([{ from: 1, to: 2 }, { from: 3 }]);
    engine.reply(1, refusal(409, 'chain.fork', { seq: 2 }));
    expect(engine.seen).toContainEqual({ kind: 'set-aside', fromSeq: 2, code: 'chain.fork' });
  });

  it('of the newest epoch makes the engine ask the hub where its chain ends', () => {
    const engine = openEngine(entries(1, 2));
    engine.happen({ kind: 'applied', ok: true, more: false, changes: 0 });
    const asked = () => engine.seen.filter(({ kind }) => kind === 'pull').length;
    const before = asked();
    engine.reply(1, refusal(409, 'chain.fork', { seq: 1 }));
    expect(asked()).toBe(before + 1);
  });
});

describe('a hub that lacks what it had answered', () => {
  it('is sent everything from there, once that is written down', () => {
    const engine = openEngine(entries(10, 12));
    engine.reply(1, refusal(409, 'chain.gap', { seq: 10, expected: 4 }));
    expect(engine.seen).toContainEqual({ kind: 'note-resend', fromSeq: 4 });
    engine.pass(5_000);
    expect(engine.out()).toEqual([]);
    engine.happen({ kind: 'resend-noted', ok: true });
    expect(engine.out()).toMatchObject([{ from: 10 }]);
  });
});
