import { useNow } from '#renderer/ui/clock.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { whenText } from '#renderer/ui/time-words.ts';
import { BarReason } from './bar-reason.tsx';
import type { OfficeStatus } from './office-status.ts';
import { frameKeys } from './places.ts';

/** The line to the hub: up, down since when, or cut for practice. */
export function LineItem({ line }: { readonly line: OfficeStatus['line'] }) {
  const { bar } = useWords().frame;
  const { locale } = useLocale();
  const now = useNow(60_000);
  const since = line.since === null ? null : whenText(line.since, now, locale);
  const texts = {
    up: { text: bar.lineUp, reason: bar.lineUpWords },
    down: { text: since === null ? bar.lineDownUnknown : bar.lineDown(since), reason: bar.lineDownWords },
    cut: { text: since === null ? bar.lineDownUnknown : bar.lineCut(since), reason: bar.lineCutWords },
    unknown: { text: bar.lineUnknown, reason: bar.lineUnknownWords },
  };
  const { text, reason } = texts[line.state];
  return (
    <BarReason text={text} title={bar.lineTitle} dot={line.state} keys={frameKeys.line}>
      <p>{reason}</p>
      <p>{line.lastContactAt === null ? bar.lineNeverContact : bar.lineLastContact(whenText(line.lastContactAt, now, locale))}</p>
    </BarReason>
  );
}
