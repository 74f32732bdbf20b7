import { useState } from 'react';
import { dayOf, toDay, type Day } from '#shared/base/instant.ts';
import { TradeRegisterPaper } from '#renderer/features/paper/office-papers.tsx';
import { DealerField, useOwnDealers } from '#renderer/features/stock/dealer-field.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import classes from './trade-plates-page.module.css';

/** Whose register of which days is wanted on paper; this month's at first. */
export function PrintDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().tradePlates.print;
  const today = dayOf(useNow(60_000));
  const dealers = useOwnDealers();
  const [chosenDealer, setDealer] = useState('');
  const [from, setFrom] = useState<Day>(toDay(`${today.slice(0, 8)}01`));
  const [to, setTo] = useState<Day>(today);
  const [isShown, setIsShown] = useState(false);
  const dealerId = chosenDealer === '' ? (dealers?.[0]?.id ?? '') : chosenDealer;
  if (isShown) return <TradeRegisterPaper dealerId={dealerId} from={from} to={to < from ? from : to} onClose={onClose} />;
  return (
    <ModalForm
      isOpen
      title={words.dialog}
      submitLabel={words.submit}
      onClose={onClose}
      onSubmit={() => {
        if (dealerId !== '') setIsShown(true);
      }}
    >
      <DealerField dealers={dealers} dealerId={dealerId} onChange={setDealer} />
      <div className={classes['pair']}>
        <DayField label={words.from} day={from} onChange={(day) => setFrom(day ?? from)} />
        <DayField label={words.to} day={to} onChange={(day) => setTo(day ?? to)} />
      </div>
    </ModalForm>
  );
}
