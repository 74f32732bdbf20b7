import type { KnownFacts } from '#shared/domain/party-fields.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { driverOf, isAboutDriver, rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import type { ApplicationCase } from './application-case.ts';

/** Steps that every service has; what stops them is known to the host, not to the service's rules. */
const frameSteps = ['papers', 'confirm', 'money'];

type Known = Pick<KnownFacts, 'today' | 'driving' | 'session'>;

/** What stops the application as typed this moment: the service's rules at once, papers and confirmations as the host last told. */
export function freshProblems(
  application: ApplicationCase,
  body: ServiceBody,
  { today, driving, session }: Known,
): readonly FieldProblem[] {
  const rules = rulesOf(application.line.service);
  const told = application.problems;
  return [
    ...rules.problems(body, { today, driving, session, openApplication: holderOf(application, body) }),
    ...told.filter(({ step }) => frameSteps.includes(step)),
    ...moneyProblems(application),
  ];
}

/** A learner's record may be newer at the host than in what was typed: what it had last told is judged. */
export function withToldRecord(application: Pick<ApplicationCase, 'body'>, body: ServiceBody): ServiceBody {
  const [told, typed] = [driverOf(application.body), driverOf(body)];
  if (!told || !typed || !isAboutDriver(body) || told.source.asOf <= typed.source.asOf) return body;
  const isSame = told.idKind === typed.idKind && told.idNumber === typed.idNumber;
  return isSame ? rulesOf(body.service).withDriver(body, told) : body;
}

/** Only the host sees other applications; what it said holds for as long as the vehicle, or the driver, is the same. */
function holderOf({ body: kept, problems, line }: ApplicationCase, body: ServiceBody) {
  const rules = rulesOf(line.service);
  const held = problems.find(({ code }) => code === `${rules.about}.open-application`);
  if (held === undefined || rules.holdKeys(kept)?.join(' ') !== rules.holdKeys(body)?.join(' ')) return null;
  const { reference, state, since } = held.facts;
  return { reference: String(reference), state: String(state), since: String(since) };
}

function moneyProblems({ fee, needsSupervisor, supervisedBy }: ApplicationCase): readonly FieldProblem[] {
  const noFee = fee.kind === 'no-row' ? [{ step: 'money', field: 'fee', code: 'fee.no-row', facts: { scheduleId: fee.scheduleId } }] : [];
  const unseen =
    needsSupervisor && supervisedBy === null ? [{ step: 'money', field: 'supervisor', code: 'supervisor.missing', facts: {} }] : [];
  return [...noFee, ...unseen];
}
