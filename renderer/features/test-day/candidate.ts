import type { client } from '#renderer/connection/connection.ts';

export type TestList = Awaited<ReturnType<typeof client.testDay.list>>;
export type Candidate = TestList['candidates'][number];
export type Stage = TestList['stages'][number];

/** Which centre, day and session are looked at. */
export interface Sitting {
  readonly centre: string;
  readonly day: TestChoices['today'];
  readonly session: string;
}

export type TestChoices = Awaited<ReturnType<typeof client.testDay.choices>>;

/** What the person at the desk has begun with a candidate. */
export type TestAct = 'marks' | 'absent' | 'correct' | 'paper';

/** Which acts the state of a candidate allows. */
export function mayDo(act: TestAct | 'check-in', { state, result }: Candidate): boolean {
  switch (act) {
    case 'check-in':
    case 'absent':
      return state === 'booked';
    case 'marks':
      return state === 'checked-in';
    case 'correct':
      return result?.outcome === state;
    case 'paper':
      return result?.outcome === state && state !== 'absent';
  }
}

/** `90 · 85 · 40`, in the order of the parts. */
export function marksText({ marks }: Pick<NonNullable<Candidate['result']>, 'marks'>): string {
  return marks.flatMap(({ marks: given }) => (given === null ? [] : [String(given)])).join(' · ');
}
