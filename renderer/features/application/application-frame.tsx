import { useNavigate } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import { stepName } from '#shared/text/text.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import type { ApplicationCase } from './application-case.ts';
import { ApplicationSummary } from './application-summary.tsx';
import { DecisionNote } from './decision-note.tsx';
import { useDesk, type Desk } from './desk.ts';
import { fieldId } from './fields.ts';
import { FrameFacts } from './frame-facts.tsx';
import { capitalised, useProblemText, useThingText } from './problem-text.ts';
import { StepBar } from './step-bar.tsx';
import { useStepFocus } from './step-focus.ts';
import classes from './application-frame.module.css';

export interface StepProps {
  readonly desk: Desk;
}

/** What a service adds to the frame: a form for each step of its own, and how its subject looks in the summary. */
export interface ServiceForm {
  readonly steps: Readonly<Record<string, ComponentType<StepProps>>>;
  readonly what: (body: ServiceBody) => ReactNode;
  /** Whether the step has a main button of its own for now, which Enter presses. */
  readonly takesEnter: (step: string, body: ServiceBody) => boolean;
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
  const { id, service } = application.line;
  const { steps } = rulesOf(service);
  const place = steps.indexOf(step);
  const next = steps[place + 1];
  const stops = desk.problems.filter((problem) => problem.step === step);
  const { box, walk, lead } = useStepFocus({ step, field: firstField(application, desk.refused, step) });

  const goTo = (to: string | undefined, field = '') => {
    void desk.settle().catch(() => undefined);
    lead(field);
    if (to === undefined) void navigate({ to: '/work' });
    else if (to !== step) void navigate({ to: '/cases/$id/edit/$step', params: { id, step: to }, replace: true });
  };
  const goOn = () => {
    const [first] = stops;
    desk.tryStep();
    if (first === undefined) goTo(next);
    else lead(first.field);
  };

  const Form = form.steps[step];
  return (
    <Page
      title={words.services[service].name}
      facts={<FrameFacts line={application.line} kept={desk.kept} />}
      aside={
        <ApplicationSummary desk={desk} step={step} what={form.what(desk.body)} onJump={(problem) => goTo(problem.step, problem.field)} />
      }
      foot={
        <StepButtons
          next={next === undefined ? undefined : stepName(words, service, next)}
          isFirst={place === 0}
          isReady={stops.length === 0}
          takesEnter={!form.takesEnter(step, desk.body)}
          onBack={() => goTo(steps[place - 1])}
          onNext={goOn}
        />
      }
    >
      <StepBar
        service={service}
        steps={steps}
        step={step}
        problems={desk.problems}
        isPaid={application.payment !== null}
        onGo={(to) => goTo(to)}
      />
      <div ref={box} className={classes['form']} tabIndex={-1} onKeyDown={(event) => walk(event, goOn)}>
        {application.line.state === 'returned' && application.decision !== null ? (
          <Returned application={application} decision={application.decision} />
        ) : null}
        {desk.isTried ? <StepErrors stops={stops} /> : null}
        {Form === undefined ? null : <Form desk={desk} />}
      </div>
    </Page>
  );
}

interface StepButtonsProps {
  /** The name of the next step. */
  readonly next: string | undefined;
  readonly isFirst: boolean;
  /** Nothing of this step is missing, so going on is the thing to do. */
  readonly isReady: boolean;
  readonly takesEnter: boolean;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

function StepButtons({ next, isFirst, isReady, takesEnter, onBack, onNext }: StepButtonsProps) {
  const words = useWords().application;
  return (
    <>
      <ActionButton label={isFirst ? words.backToWork : words.back} keys="Escape" onAct={onBack} />
      {next === undefined ? null : (
        <ActionButton label={words.next(next)} keys={takesEnter ? 'Enter' : undefined} tone={isReady ? 'main' : 'plain'} onAct={onNext} />
      )}
    </>
  );
}

function StepErrors({ stops }: { readonly stops: readonly FieldProblem[] }) {
  const sentence = useProblemText();
  const thing = useThingText();
  return (
    <ErrorSummary
      takesFocus={false}
      errors={stops.map((problem) => ({
        fieldId: fieldId(problem.field),
        message: `${capitalised(thing(problem))}: ${sentence(problem)}`,
      }))}
    />
  );
}

/** Where the typing stopped before a kill; else what the hub refused. */
function firstField({ draft }: ApplicationCase, refused: FieldProblem | null, step: string): string {
  if (draft?.step === step) return draft.field;
  return refused?.step === step ? refused.field : '';
}

interface ReturnedProps {
  readonly application: ApplicationCase;
  readonly decision: NonNullable<ApplicationCase['decision']>;
}

/** Why it came back stays on top of every step until it is sent again, with what it keeps. */
function Returned({ application, decision }: ReturnedProps) {
  const words = useWords().application;
  const { locale } = useLocale();
  const { line, payment, submittedAt } = application;
  const keeps =
    payment === null || submittedAt === null ? '' : words.keeps(line.reference, payment.receiptNumber, fullText(submittedAt, locale));
  return (
    <div className={classes['returned']}>
      <DecisionNote decision={decision}>
        {words.returnedHint} {keeps}
      </DecisionNote>
    </div>
  );
}
