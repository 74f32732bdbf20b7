import type { Day } from '#shared/base/instant.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { useWidth } from './papers.tsx';
import { ShownPaper } from './shown-paper.tsx';

interface NumberProps {
  /** The result's. */
  readonly number: string;
  readonly onClose: () => void;
}

/** For who passed; it is no licence and says so. */
export function CertificatePaper({ number, onClose }: NumberProps) {
  const words = useWords().testDay;
  return (
    <ShownPaper
      paper={{ kind: 'competence-certificate', number }}
      title={words.certificatePaper(number)}
      fileName={`${number}.pdf`}
      onClose={onClose}
    />
  );
}

/** For who did not pass: the parts, and from when the next test may be booked. */
export function ResultSlipPaper({ number, onClose }: NumberProps) {
  const words = useWords().testDay;
  return (
    <ShownPaper
      paper={{ kind: 'result-slip', number }}
      title={words.slipPaper(number)}
      fileName={`${number}.pdf`}
      {...useWidth()}
      onClose={onClose}
    />
  );
}

interface DayListPaperProps {
  readonly sitting: { readonly centre: string; readonly day: Day; readonly session: string };
  readonly centreName: string;
  readonly onClose: () => void;
}

/** The examiner's list of one sitting, as this PC knows it now. */
export function DayListPaper({ sitting, centreName, onClose }: DayListPaperProps) {
  const words = useWords().testDay;
  const { locale } = useLocale();
  return (
    <ShownPaper
      paper={{ kind: 'day-list', ...sitting }}
      title={words.listPaper(centreName, dayText(sitting.day, locale))}
      fileName={`day-list-${sitting.centre}-${sitting.day}-${sitting.session}.pdf`}
      onClose={onClose}
    />
  );
}

/** The licence of an approved application; NOT VALID before. */
export function InterimLicencePaper({
  id,
  reference,
  onClose,
}: {
  readonly id: string;
  readonly reference: string;
  readonly onClose: () => void;
}) {
  const { interimLicence: words } = useWords();
  return (
    <ShownPaper
      paper={{ kind: 'interim-licence', id }}
      title={words.paperTitle(reference)}
      fileName={`${reference}-licence.pdf`}
      onClose={onClose}
    />
  );
}
