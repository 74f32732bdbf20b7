import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ComponentType, type KeyboardEvent, type ReactNode } from 'react';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { ApplicationCase } from './application-case.ts';
import { ApplicationSummary } from './application-summary.tsx';
import { DecisionNote } from './decision-note.tsx';
import { useDesk, type Desk } from './desk.ts';
import { fieldId, fieldsIn, focusField, focusFirst } from './fields.ts';
import { FrameFacts } from './frame-facts.tsx';
import { capitalised, useProblemText, useThingText } from './problem-text.ts';
import { StepBar } from './step-bar.tsx';
import classes from './application-frame.module.css';

export interface StepProps {
  readonly desk: Desk;
}

/** What a service adds to the frame: a form for each step of its own, and how its subject looks in the summary. */
export interface ServiceForm {
  readonly steps: Readonly<Record<string, ComponentType<StepProps>>>;
  readonly what: (body: ServiceBody) => ReactNode;
}

interface ApplicationFrameProps {
  readonly application: ApplicationCase;
  readonly step: string;
  readonly form: ServiceForm;
}

/** The steps of any application: step bar on top, one form, the standing summary, Esc back and Enter on. */
export function ApplicationFrame({ application, step, form }: ApplicationFrameProps) {
  const words = useWords();
  const navigate = useNavigate();
  const desk = useDesk(application, step);
  const box = useRef<HTMLDivElement>(null);
  const { id, service } = application.line;
  const { steps } = rulesOf(service);
  const place = steps.indexOf(step);
  const stops = desk.problems.filter((problem) => problem.step === step);
  const [wanted, setWanted] = useState({ field: application.draft?.step === step ? application.draft.field : '', round: 0 });
  const sentence = useProblemText();
  const thing = useThingText();

  useEffect(() => {
    if (wanted.field === '' || !focusField(wanted.field)) focusFirst(box.current);
  }, [step, wanted]);
  // A form that gives way to another (found vehicle, next confirmer) leaves the keys nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) focusFirst(box.current);
  });

  const goTo = (to: string | undefined, field = '') => {
    void desk.settle().catch(() => undefined);
    setWanted((before) => ({ field, round: before.round + 1 }));
    if (to === undefined) void navigate({ to: '/work' });
    else if (to !== step) void navigate({ to: '/cases/$id/edit/$step', params: { id, step: to }, replace: true });
  };
  const goOn = () => {
    const [first] = stops;
    desk.tryStep();
    if (first === undefined) goTo(steps[place + 1]);
    else setWanted((before) => ({ field: first.field, round: before.round + 1 }));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || box.current === null) return;
    // Keys of a dialog bubble through here although it stands elsewhere on the page.
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) || !box.current.contains(event.target))
      return;
    event.preventDefault();
    const fields = fieldsIn(box.current);
    const here = fields.findIndex((field) => field === event.target || sharesGroup(field, event.target));
    const next = fields[here + 1];
    if (next === undefined) goOn();
    else next.focus();
  };

  const Form = form.steps[step];
  const next = steps[place + 1];
  const errors = desk.isTried
    ? stops.map((problem) => ({ fieldId: fieldId(problem.field), message: `${capitalised(thing(problem))}: ${sentence(problem)}` }))
    : [];
  return (
    <Page
      title={words.frame.services[service]}
      facts={<FrameFacts line={application.line} kept={desk.kept} />}
      aside={
        <ApplicationSummary
          desk={desk}
          step={step}
          what={form.what(desk.body)}
          onJump={({ step: to, field }: FieldProblem) => goTo(to, field)}
        />
      }
      foot={
        <>
          <ActionButton
            label={place === 0 ? words.application.backToWork : words.application.back}
            keys="Escape"
            onAct={() => goTo(steps[place - 1])}
          />
          {next === undefined ? null : (
            <ActionButton label={words.application.next(stepName(words.application.step, next))} keys="Enter" tone="main" onAct={goOn} />
          )}
        </>
      }
    >
      <StepBar steps={steps} step={step} problems={desk.problems} isPaid={application.payment !== null} onGo={(to) => goTo(to)} />
      <div ref={box} className={classes['form']} tabIndex={-1} onKeyDown={onKeyDown}>
        {application.line.state === 'returned' && application.decision !== null ? <Returned decision={application.decision} /> : null}
        <ErrorSummary errors={errors} />
        {Form === undefined ? null : <Form desk={desk} />}
      </div>
    </Page>
  );
}

/** The registrar's reasons stay on top of every step until the mended application is sent. */
function Returned({ decision }: { readonly decision: NonNullable<ApplicationCase['decision']> }) {
  return (
    <div className={classes['returned']}>
      <DecisionNote decision={decision}>{useWords().application.returnedHint}</DecisionNote>
    </div>
  );
}

function stepName(names: Readonly<Record<string, string>>, step: string): string {
  return names[step] ?? step;
}

function sharesGroup(field: HTMLElement, target: EventTarget): boolean {
  const isRadio = field instanceof HTMLInputElement && target instanceof HTMLInputElement && target.type === 'radio';
  return isRadio && field.type === 'radio' && field.name === target.name;
}
