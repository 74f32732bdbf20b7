import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { ListSession } from './list-session.tsx';
import type { ListLine } from './school-list.ts';
import classes from './school-lists.module.css';

interface SeatSplitProps {
  readonly list: ListLine;
  /** Good rows as they stand on screen. */
  readonly good: number;
}

/** The session, and whether its seats at hand are enough before anybody books: how many would be FINAL, and how many would only wait. */
export function SeatSplit({ list, good }: SeatSplitProps) {
  const { page: words } = useWords().schoolLists;
  const plan = useQuery({ ...api.schoolLists.plan.queryOptions({ input: { id: list.id } }), staleTime: 0 }).data;
  const seats = plan?.seats;
  const booked = Math.min(seats ?? 0, good);
  return (
    <div className={classes['split']} role="status">
      <ListSession list={list} />
      {seats === null ? <Tag tone="red">{words.clock}</Tag> : null}
      {seats === 0 ? <Tag tone="amber">{words.noSeats}</Tag> : null}
      {seats ? <strong>{words.seats(seats)}</strong> : null}
      {seats && good > 0 ? <Tag tone={good > booked ? 'amber' : 'green'}>{words.split(booked, good - booked)}</Tag> : null}
    </div>
  );
}
