import { useWords } from '#renderer/ui/locale.tsx';
import { BarReason } from './bar-reason.tsx';

/** Nothing while the data can be written; how full the disk is stands among what needs somebody. */
export function DiskItem({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { bar } = useWords().frame;
  if (!isReadOnly) return null;
  return (
    <BarReason text={bar.readOnly} title={bar.readOnlyTitle} tone="red">
      <p>{bar.readOnlyWords}</p>
    </BarReason>
  );
}
