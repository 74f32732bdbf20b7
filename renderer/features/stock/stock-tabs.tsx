import { useWords } from '#renderer/ui/locale.tsx';
import { PageTabs } from '#renderer/ui/page-tabs.tsx';

/** Joins the pages of the Stock place: the motorcycles, and the register of KD plates. */
export function StockTabs() {
  const words = useWords().tradePlates.tabs;
  return (
    <PageTabs
      label={words.label}
      tabs={[
        { to: '/stock', keys: '1', label: words.stock },
        { to: '/trade-plates', keys: '2', label: words.register },
      ]}
    />
  );
}
