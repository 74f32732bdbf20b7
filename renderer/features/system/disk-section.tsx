import { bytesText } from '#renderer/ui/bytes-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Facts } from './facts.tsx';
import type { SystemStatus } from './system-facts.ts';

interface DiskSectionProps {
  readonly disk: SystemStatus['disk'];
  readonly isReadOnly: boolean;
}

const tones = { ample: 'green', low: 'amber', 'no-scans': 'red', unknown: 'grey' } as const;

/** Room on the disk of the data, and from where on what stops. */
export function DiskSection({ disk, isReadOnly }: DiskSectionProps) {
  const { system, frame } = useWords();
  const words = system.disk;
  const { state, freeBytes, lowBytes, noScansBytes } = disk;
  return (
    <Facts
      title={words.title}
      state={{ tone: tones[state], word: words.states[state] }}
      words={words.words[state]}
      lines={[
        { label: words.free, value: freeBytes === null ? system.diskUnknown : bytesText(freeBytes, frame) },
        { label: words.warnBelow, value: bytesText(lowBytes, frame) },
        { label: words.stopBelow, value: bytesText(noScansBytes, frame) },
        { label: words.saving, value: isReadOnly ? system.readOnly : system.writable },
      ]}
    />
  );
}
