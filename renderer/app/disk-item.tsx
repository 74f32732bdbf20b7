import { bytesText } from '#renderer/ui/bytes-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { BarReason } from './bar-reason.tsx';

/** Below this the bar warns (FEATURES I8). */
const lowBytes = 1_000_000_000;

interface DiskItemProps {
  readonly diskFreeBytes: number | null;
  readonly isReadOnly: boolean;
}

/** Nothing while there is room and the data can be written. */
export function DiskItem({ diskFreeBytes, isReadOnly }: DiskItemProps) {
  const words = useWords().frame;
  if (isReadOnly) {
    return (
      <BarReason text={words.bar.readOnly} title={words.bar.readOnlyTitle} tone="red">
        <p>{words.bar.readOnlyWords}</p>
      </BarReason>
    );
  }
  if (diskFreeBytes === null || diskFreeBytes >= lowBytes) return null;
  const free = bytesText(diskFreeBytes, words);
  return (
    <BarReason text={words.bar.diskLow(free)} title={words.bar.diskTitle} tone="amber">
      <p>{words.bar.diskWords(free)}</p>
    </BarReason>
  );
}
