import { formatKes } from '#shared/base/money.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import type { ServiceId } from '#shared/domain/application.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { partyOf } from '#shared/domain/services/services.ts';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { stateSentence, type Words } from '#shared/text/text.ts';
import type { Desk } from './desk.ts';
import { isMissing, useProblemText, useThingText } from './problem-text.ts';

/** The one sentence to read aloud now: what the person is asked for next, or what they may do. */
export function useSayLine(desk: Desk, step: string): string {
  const words = useWords();
  const thing = useThingText();
  const sentence = useProblemText();
  const { problems } = desk;
  if (problems.some(({ code }) => stops(code))) return words.services[desk.body.service].subject.sayStopped;
  const next = problems.find((problem) => problem.step === step) ?? problems[0];
  if (next === undefined) return sayReady(words, desk);
  switch (next.step) {
    case 'papers':
      return words.application.say.scan(words.application.papers.kindSaid[next.facts['kind'] as ScanKind]);
    case 'confirm':
      return words.application.say.confirm(nameOf(desk, next.facts['role'] as PartyRole));
    case 'money':
      return next.field === 'fee' ? words.money.sayNoRow : words.application.say.supervisor;
    default:
      if (isWrongChoice(next)) return words.application.say.wrong(sentence(next));
      return sayOf(words, desk.body.service, next.field) ?? words.application.say.missing(thing(next));
  }
}

/** Fields that are chosen from a list, where a wrong choice is another thing than none. */
const chosen: readonly string[] = ['class', 'day'];

/** What was chosen and does not fit is not asked for as if nothing were chosen. */
function isWrongChoice(problem: FieldProblem): boolean {
  return chosen.includes(problem.field) && !isMissing(problem);
}

/** Questions that sound better asked than listed. */
function sayOf(
  { services, transfer, duplicateLogbook, provisionalLicence, testBooking, interimLicence }: Words,
  service: ServiceId,
  field: string,
): string | undefined {
  const classSaid: Readonly<Partial<Record<ServiceId, string>>> = {
    'test-booking': testBooking.place.say,
    'interim-licence': interimLicence.class.say,
  };
  const said: Readonly<Record<string, string>> = {
    'vehicle.plate': services[service].subject.sayWhich,
    'parties.driver.idNumber': services[service].subject.sayWhich,
    class: classSaid[service] ?? provisionalLicence.class.say,
    day: testBooking.place.say,
    ownership: transfer.buyer.sayOwnership,
    reason: duplicateLogbook.reason.say,
  };
  return said[field];
}

/** Whether nothing may be asked for the vehicle or the driver at all for now. */
export function stops(code: string): boolean {
  return ['vehicle.charge', 'vehicle.caveat', 'vehicle.stolen', 'vehicle.open-application', 'driver.open-application'].includes(code);
}

function sayReady(words: Words, { application }: Desk): string {
  const isPaid = application.payment !== null;
  if (isPaid || application.fee.kind !== 'lines') return stateSentence(words, application.line.service, application.line.state).say;
  return words.application.say.pay(formatKes(application.fee.totalCents));
}

function nameOf({ body }: Desk, role: PartyRole): string {
  return partyOf(body, role).name.trim().split(/\s+/u)[0] ?? '';
}
