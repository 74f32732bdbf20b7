import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { noFilter, type StockFilter } from './stock-filters.tsx';
import type { StockLine } from './stock-line.ts';

type End = 'start' | 'end';

interface Place {
  readonly from: End;
  readonly beyond: Pick<StockLine, 'takenInAt' | 'id'> | null;
}

const atStart: Place = { from: 'start', beyond: null };

/** The page of the stock that is on screen, at first of what this text finds; another question begins at the first page again. */
export function useStockPart(text: string) {
  const [{ filter, place }, setAsked] = useState({ filter: { ...noFilter, text }, place: atStart });
  const query = useQuery({ ...api.stock.list.queryOptions({ input: { ...filter, ...place } }), placeholderData: keepPreviousData });
  const beyond = ({ takenInAt, id }: Pick<StockLine, 'takenInAt' | 'id'>) => ({ takenInAt, id });
  const turnTo = (to: Place) => setAsked({ filter, place: to });
  return {
    query,
    filter,
    setFilter: (next: StockFilter) => setAsked({ filter: next, place: atStart }),
    findSoon: (text: string) => setAsked((before) => ({ filter: { ...before.filter, text }, place: atStart })),
    goToEnd: (from: End) => turnTo({ from, beyond: null }),
    goPast: (unit: StockLine, from: End) => turnTo({ from, beyond: beyond(unit) }),
  };
}
