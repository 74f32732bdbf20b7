import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Act } from '#shared/contract/wire.ts';
import { act, actId } from '#renderer/connection/act.ts';
import { failureOf } from '#renderer/connection/failure.ts';

/** Files have no JSON; what tells two of them apart is enough here. */
function withFiles(_key: string, value: unknown): unknown {
  return value instanceof File ? [value.name, value.size, value.lastModified] : value;
}

/**
 * A command as a mutation. The entry id is made once per attempt: trying the same again after a lost connection finds the first act
 * instead of doing it twice; an answer, good or bad, ends the attempt.
 */
export function useAct<I, O>(
  procedure: (input: Act<I>) => PromiseLike<O>,
  onDone?: (output: O, input: I) => void,
): UseMutationResult<O, unknown, I> {
  const attempt = useRef<{ readonly content: string; readonly entryId: string } | null>(null);
  return useMutation<O, unknown, I>({
    mutationFn: async (input) => {
      const content = JSON.stringify(input, withFiles);
      if (attempt.current?.content !== content) attempt.current = { content, entryId: actId() };
      return act(procedure, input, attempt.current.entryId);
    },
    onSuccess: (output, input) => {
      attempt.current = null;
      onDone?.(output, input);
    },
    onError: (error) => {
      if (failureOf(error).kind === 'refused') attempt.current = null;
    },
  });
}
