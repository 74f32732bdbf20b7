import { formatKes } from '#shared/base/money.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import type { Words } from '#shared/text/text.ts';
import type { Desk } from './desk.ts';
import { useThingText } from './problem-text.ts';

/** The one sentence to read aloud now: what the person is asked for next, or what they may do. */
export function useSayLine(desk: Desk, step: string): string {
  const words = useWords();
  const thing = useThingText();
  const { problems } = desk;
  if (problems.some(({ code }) => stops(code))) return words.transfer.vehicle.sayStopped;
  const next = problems.find((problem) => problem.step === step) ?? problems[0];
  if (next === undefined) return sayReady(words, desk);
  switch (next.step) {
    case 'papers':
      return words.application.say.scan(words.application.papers.kindSaid[next.facts['kind'] as ScanKind]);
    case 'confirm':
      return words.application.say.confirm(nameOf(desk, String(next.facts['role'])));
    case 'money':
      return next.field === 'fee' ? words.money.sayNoRow : words.application.say.supervisor;
    default:
      return sayOf(words, next.field) ?? words.application.say.missing(thing(next));
  }
}

/** Questions that sound better asked than listed. */
function sayOf({ transfer }: Words, field: string): string | undefined {
  const said: Readonly<Record<string, string>> = { 'vehicle.plate': transfer.vehicle.sayWhich, ownership: transfer.buyer.sayOwnership };
  return said[field];
}

/** Whether the vehicle may not be sold at all for now. */
export function stops(code: string): boolean {
  return ['vehicle.charge', 'vehicle.caveat', 'vehicle.stolen', 'vehicle.open-application'].includes(code);
}

function sayReady(words: Words, { application }: Desk): string {
  const isPaid = application.payment !== null;
  if (isPaid || application.fee.kind !== 'lines') return words.states.say[application.line.state];
  return words.application.say.pay(formatKes(application.fee.totalCents));
}

function nameOf({ body }: Desk, role: string): string {
  const party = Object.entries(body.parties).find(([name]) => name === role)?.[1];
  return party?.name.trim().split(/\s+/u)[0] ?? '';
}
