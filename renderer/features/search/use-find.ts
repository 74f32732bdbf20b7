import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { grouped, type Found } from './found-list.tsx';

/** As many as stand on the reference screen without scrolling. */
const limit = 12;
/** From the second sign on; one alone would find half the office. */
const shortest = 2;

/** What is typed in the find box, what it found, and which line is marked. */
export function useFind(onOpen: (line: Found) => void) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  useEmptyOnArrival(() => setTyped(''));
  const text = typed.trim();
  const isAsked = text.length >= shortest;
  const question = api.search.find.queryOptions({ input: { text, limit } });
  const found = useQuery({ ...question, enabled: isAsked, placeholderData: keepPreviousData });
  const lines = isAsked ? grouped(found.data ?? []) : [];

  const ask = (next: string) => {
    setTyped(next);
    setMarked(0);
    setIsOpen(true);
  };
  /** A person leads to what bears their name; everything else opens. */
  const choose = (line: Found) => {
    if (line.kind === 'person') return ask(line.title);
    setIsOpen(false);
    onOpen(line);
  };
  /** A scanner is faster than the answer, so the marked line is taken from what was found for the whole text. */
  const chooseMarked = async () => {
    if (!isAsked) return;
    const fresh = grouped(await queries.ensureQueryData(question));
    const line = fresh[marked];
    if (line !== undefined) choose(line);
  };
  return {
    typed,
    text,
    lines,
    marked,
    hasFailed: found.isError,
    isListed: isOpen && isAsked && !found.isLoading,
    ask,
    choose,
    chooseMarked: () => void chooseMarked().catch(() => undefined),
    mark: (step: number) => setMarked((at) => Math.max(0, Math.min(at + step, lines.length - 1))),
    show: () => setIsOpen(true),
    hide: () => setIsOpen(false),
  };
}

/** What was looked for has been found once another page is open; the next search begins with an empty box. */
function useEmptyOnArrival(empty: () => void): void {
  const place = useLocation({ select: ({ pathname }) => pathname });
  const [seen, setSeen] = useState(place);
  if (seen === place) return;
  setSeen(place);
  empty();
}
