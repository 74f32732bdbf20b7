import { useWords } from '#renderer/ui/locale.tsx';
import { PageTabs } from '#renderer/ui/page-tabs.tsx';

/** Joins the pages of the Stock place: the motorcycles, the register of KD plates, and the packs of plates. */
export function StockTabs() {
  const { tradePlates, platePacks } = useWords();
  const words = tradePlates.tabs;
  return (
    <PageTabs
      label={words.label}
      tabs={[
        { to: '/stock', keys: '1', label: words.stock },
        { to: '/trade-plates', keys: '2', label: words.register },
        { to: '/plates', keys: '3', label: platePacks.tab },
      ]}
    />
  );
}
