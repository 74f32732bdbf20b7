import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { dayOf } from '#shared/base/instant.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { failureOf } from '#renderer/connection/failure.ts';
import { useNow } from '#renderer/ui/clock.ts';
import type { ApplicationCase } from './application-case.ts';
import { createDraftKeeper, type KeptState } from './draft-keeper.ts';
import { fieldId } from './fields.ts';
import { freshProblems } from './fresh-problems.ts';
import { isMissing, useProblemText } from './problem-text.ts';

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
  /** Takes the newest body, so that two changes in one moment both stand. */
  readonly change: (update: (body: ServiceBody) => ServiceBody) => void;
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly FieldProblem[];
  readonly seat: (field: string) => FieldSeat;
  /** The person tried to go on: what is missing in the step shows now. */
  readonly tryStep: () => void;
  readonly isTried: boolean;
  readonly kept: KeptState;
  /** Keeps what is typed and asks the host anew. */
  readonly settle: () => Promise<ApplicationCase>;
}

/** FEATURES A4: at most one second of typing is lost. */
const keepEveryMs = 1000;

/** What is typed in an application, kept every second with its step and field, and checked with every key. */
export function useDesk(application: ApplicationCase, step: string): Desk {
  const { id, service } = application.line;
  const queries = useQueryClient();
  const sentence = useProblemText();
  const today = dayOf(useNow(60_000));
  const [body, setBody] = useState<ServiceBody>(application.body);
  const [kept, setKept] = useState<KeptState>('kept');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set(application.line.state === 'returned' ? rulesOf(service).steps : []));
  const [keeper] = useState(() =>
    createDraftKeeper({
      waitMs: keepEveryMs,
      onState: setKept,
      isFinal: (error) => failureOf(error).kind === 'refused',
      keep: async (draft: { readonly body: ServiceBody; readonly step: string; readonly field: string }) => {
        await client.applications.keepDraft({ id, ...draft });
        await queries.invalidateQueries({ queryKey: api.applications.get.key({ input: { id } }) });
      },
    }),
  );
  useEffect(() => {
    const flush = () => void keeper.flush().catch(() => undefined);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [keeper]);

  const field = useRef(application.draft?.field ?? '');
  const newest = useRef(body);
  const problems = freshProblems(application, body, today);
  const shown = (name: string) =>
    problems.find((problem) => problem.field === name && (tried.has(problem.step) || (left.has(name) && !isMissing(problem))));

  return {
    application,
    body,
    problems,
    warnings: rulesOf(service).warnings(body),
    kept,
    isTried: tried.has(step),
    tryStep: () => setTried((before) => new Set([...before, step])),
    change: (update) => {
      newest.current = update(newest.current);
      setBody(newest.current);
      keeper.note({ body: newest.current, step, field: field.current });
    },
    seat: (name) => {
      const problem = shown(name);
      return {
        id: fieldId(name),
        error: problem === undefined ? undefined : sentence(problem),
        onFocus: () => {
          if (field.current === name) return;
          field.current = name;
          keeper.note({ body: newest.current, step, field: name });
        },
        onBlur: () => setLeft((before) => new Set([...before, name])),
      };
    },
    settle: async () => {
      await keeper.flush();
      return queries.fetchQuery({ ...api.applications.get.queryOptions({ input: { id } }), staleTime: 0 });
    },
  };
}
