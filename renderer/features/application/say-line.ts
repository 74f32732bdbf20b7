import { formatKes } from '#shared/base/money.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import type { Words } from '#shared/text/text.ts';
import type { Desk } from './desk.ts';
import { useThingText } from './problem-text.ts';

/** The one sentence to read aloud now: what the person is asked for next, or what they may do. */
export function useSayLine(desk: Desk, step: string): string {
  const words = useWords();
  const thing = useThingText();
  const { problems, application } = desk;
  if (problems.some(({ code }) => stops(code))) return words.transfer.vehicle.sayStopped;
  const next = problems.find((problem) => problem.step === step && problem.code !== 'supervisor.missing') ?? problems[0];
  if (next === undefined) return sayReady(words, desk);
  switch (next.step) {
    case 'papers':
      return words.application.say.scan(thing(next));
    case 'confirm':
      return words.application.say.confirm(nameOf(desk, String(next.facts['role'])));
    case 'money':
      return words.states.say[application.line.state];
    default:
      return words.application.say.missing(thing(next));
  }
}

function stops(code: string): boolean {
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
