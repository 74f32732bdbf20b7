import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { dayOf } from '#shared/base/instant.ts';
import type { DrivingReference } from '#shared/domain/driving-class.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import { api } from '#renderer/connection/connection.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import type { ApplicationCase } from './application-case.ts';
import type { KeptState } from './draft-keeper.ts';
import { fieldId } from './fields.ts';
import { freshProblems, withToldRecord } from './fresh-problems.ts';
import { useHubRefusal } from './hub-refusal.ts';
import { isMissing, useProblemText } from './problem-text.ts';
import { useReasonText } from './reason-text.ts';
import { useSessionState } from './test-calendar.ts';
import { useDraft } from './use-draft.ts';

/** What a field of a step takes over: its name, its error, and the note of where the keys stand. */
export interface FieldSeat {
  readonly id: string;
  readonly error: ReactNode;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** Everything a step works with. */
export interface Desk {
  readonly application: ApplicationCase;
  readonly body: ServiceBody;
  readonly change: (update: (body: ServiceBody) => ServiceBody) => void;
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly FieldProblem[];
  /** What the hub refused, until its field is typed anew. */
  readonly refused: FieldProblem | null;
  readonly seat: (field: string) => FieldSeat;
  /** The person tried to go on: what is missing in the step shows now. */
  readonly tryStep: () => void;
  readonly isTried: boolean;
  readonly kept: KeptState;
  /** Keeps what is typed and asks the host anew. */
  readonly settle: () => Promise<ApplicationCase>;
}

/** What is typed in an application, kept every second and checked with every key. */
export function useDesk(application: ApplicationCase, step: string): Desk {
  const { id, service } = application.line;
  const queries = useQueryClient();
  const today = dayOf(useNow(60_000));
  const draft = useDraft(application, step);
  const driving = useDriving(rulesOf(service).about === 'driver');
  const session = useSessionState(draft.body);
  const judged = withToldRecord(application, draft.body);
  const problems = freshProblems(application, judged, { today, driving, session });
  const shown = useShown(application, step);
  const sentence = useProblemText();
  const refused = useUnmended(application, draft.body);
  const reasonText = useReasonText();
  const { hubSays } = useWords().application;
  return {
    application,
    body: draft.body,
    change: draft.change,
    kept: draft.kept,
    problems,
    warnings: rulesOf(service).warnings(judged, { driving }),
    refused,
    isTried: shown.isTried,
    tryStep: shown.tryStep,
    seat: (name) => {
      const problem = problems.find((one) => one.field === name && shown.isShown(one));
      return {
        id: fieldId(name),
        error: problem !== undefined ? sentence(problem) : refused?.field === name ? hubSays(reasonText(refused)) : undefined,
        onFocus: () => draft.noteField(name),
        onBlur: () => shown.leave(name),
      };
    },
    settle: async () => {
      await draft.flush();
      return queries.fetchQuery({ ...api.applications.get.queryOptions({ input: { id } }), staleTime: 0 });
    },
  };
}

/** Classes and rules of driving, for services about a driver; null until they are here. */
function useDriving(isAsked: boolean): DrivingReference | null {
  return useQuery({ ...api.drivers.classes.queryOptions({ input: {} }), enabled: isAsked }).data ?? null;
}

/** A slip shows once its field was left, a gap once the person tried to go on; what was sent back shows everything. */
function useShown({ line }: ApplicationCase, step: string) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set(line.state === 'returned' ? rulesOf(line.service).steps : []));
  return {
    isTried: tried.has(step),
    isShown: (problem: FieldProblem) => tried.has(problem.step) || (left.has(problem.field) && !isMissing(problem)),
    tryStep: () => setTried((before) => new Set([...before, step])),
    leave: (field: string) => setLeft((before) => new Set([...before, field])),
  };
}

/** The hub's refusal for as long as its field still holds what was refused. */
function useUnmended(application: ApplicationCase, body: ServiceBody): FieldProblem | null {
  const refused = useHubRefusal(application);
  const [sent] = useState(application.body);
  if (refused === null) return null;
  return valueAt(sent, refused.field) === valueAt(body, refused.field) ? refused : null;
}

/** What stands in a field, by its dotted name. */
function valueAt(body: ServiceBody, field: string): string {
  const value = field
    .split('.')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), body);
  return JSON.stringify(value ?? null);
}
