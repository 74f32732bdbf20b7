import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import type { Calendar, CalendarCell } from './seats-text.ts';

interface SeatNoteProps {
  readonly calendar: Calendar;
  readonly chosen: CalendarCell | undefined;
}

/** Whether what is chosen would be final at once, and until when; or why it cannot be booked. */
export function SeatNote({ calendar, chosen }: SeatNoteProps) {
  const { place: words } = useWords().testBooking;
  const { locale } = useLocale();
  if (!calendar.isClockGood) return <Note tone="red">{words.clock}</Note>;
  if (calendar.sessions.length === 0) return <Note tone="amber">{words.noSessions}</Note>;
  if (!chosen) return calendar.isKept ? <Note tone="plain">{words.kept}</Note> : null;
  if (chosen.state !== 'final') return <Note tone="amber">{words[chosen.state]}</Note>;
  return <Note tone="green">{words.final(chosen.until === null ? '' : fullText(chosen.until, locale))}</Note>;
}
