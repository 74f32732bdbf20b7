import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ServiceBody } from '#shared/domain/services/services.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { failureOf } from '#renderer/connection/failure.ts';
import type { ApplicationCase } from './application-case.ts';
import { createDraftKeeper, type DraftKeeper, type KeptState } from './draft-keeper.ts';

interface KeptDraft {
  readonly body: ServiceBody;
  readonly step: string;
  readonly field: string;
}

export interface Draft {
  readonly body: ServiceBody;
  /** Takes the newest body, so that two changes in one moment both stand. */
  readonly change: (update: (body: ServiceBody) => ServiceBody) => void;
  /** Notes where the keys stand, to come back to after a kill. */
  readonly noteField: (field: string) => void;
  readonly kept: KeptState;
  readonly flush: () => Promise<void>;
}

/** FEATURES A4: at most one second of typing is lost. */
const keepEveryMs = 1000;

/** What is typed in an application, kept every second with the step and the field it was typed in. */
export function useDraft({ line, body: first, draft }: ApplicationCase, step: string): Draft {
  const [body, setBody] = useState<ServiceBody>(first);
  const [kept, setKept] = useState<KeptState>('kept');
  const keeper = useKeeper(line.id, setKept);
  const newest = useRef({ body: first as ServiceBody, field: draft?.field ?? '' });
  const note = () => keeper.note({ ...newest.current, step });
  return {
    body,
    kept,
    flush: keeper.flush,
    change: (update) => {
      newest.current = { ...newest.current, body: update(newest.current.body) };
      setBody(newest.current.body);
      note();
    },
    noteField: (field) => {
      if (newest.current.field === field) return;
      newest.current = { ...newest.current, field };
      note();
    },
  };
}

/** One keeper for as long as the application is on screen; leaving keeps what is waiting. */
function useKeeper(id: string, onState: (state: KeptState) => void): DraftKeeper<KeptDraft> {
  const queries = useQueryClient();
  const [keeper] = useState(() =>
    createDraftKeeper({
      waitMs: keepEveryMs,
      onState,
      isFinal: (error) => failureOf(error).kind === 'refused',
      keep: async (draft: KeptDraft) => {
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
  return keeper;
}
