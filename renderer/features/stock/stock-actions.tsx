import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import type { StockAct } from './stock-dialog.tsx';
import type { StockLine } from './stock-line.ts';

interface StockActionsProps {
  /** What an act is about. */
  readonly units: readonly StockLine[];
  readonly isEmpty: boolean;
  readonly onAct: (act: StockAct) => void;
}

/** What can be done with the motorcycles that are chosen; the host decides again. */
export function StockActions({ units, isEmpty, onAct }: StockActionsProps) {
  const words = useWords().stock;
  const areAll = (state: StockLine['state']) => units.length > 0 && units.every((unit) => unit.state === state);
  const one = <ActionButton label={words.takeIn.action} keys="i" onAct={() => onAct({ kind: 'take-in' })} />;
  if (isEmpty) return one;
  return (
    <>
      <ActionButton
        label={words.withdraw.action}
        keys="w"
        tone="quiet"
        disabled={!areAll('in-stock')}
        onAct={() => onAct({ kind: 'withdraw', units })}
      />
      <ActionButton
        label={words.cancelSale.action}
        keys="c"
        tone="quiet"
        disabled={!areAll('sold')}
        onAct={() => onAct({ kind: 'cancel-sale', units })}
      />
      {one}
      <ActionButton label={words.file.action} keys="d" onAct={() => onAct({ kind: 'delivery' })} />
      <NextStep units={units} areAll={areAll} onAct={onAct} />
    </>
  );
}

interface NextStepProps extends Omit<StockActionsProps, 'isEmpty'> {
  readonly areAll: (state: StockLine['state']) => boolean;
}

/** What comes next for the chosen motorcycles: a buyer, their plates, or their owner. */
function NextStep({ units, areAll, onAct }: NextStepProps) {
  const { stock: words, platePacks } = useWords();
  const isKeeper = useHasRole('clerk', 'supervisor');
  const [first] = units;
  if (isKeeper && areAll('registered'))
    return <ActionButton label={platePacks.put.action} keys="b" tone="main" onAct={() => onAct({ kind: 'put-plates', units })} />;
  if (isKeeper && areAll('plated') && first !== undefined && units.length === 1)
    return <ActionButton label={platePacks.handOver} keys="h" tone="main" onAct={() => onAct({ kind: 'hand-over', unit: first })} />;
  return (
    <ActionButton
      label={words.sell.action}
      keys="s"
      tone="main"
      disabled={!areAll('in-stock')}
      onAct={() => onAct({ kind: 'sell', units })}
    />
  );
}

export function DeliveryAction({ onAct }: { readonly onAct: () => void }) {
  return <ActionButton label={useWords().stock.file.action} keys="d" tone="main" onAct={onAct} />;
}
