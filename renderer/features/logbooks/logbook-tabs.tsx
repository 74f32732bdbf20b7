import { useWords } from '#renderer/ui/locale.tsx';
import { PageTabs } from '#renderer/ui/page-tabs.tsx';

/** Joins the pages of the Logbooks place: what is to print, the shelf, the numbered sheets. */
export function LogbookTabs() {
  const words = useWords().sheets.tabs;
  return (
    <PageTabs
      label={words.label}
      tabs={[
        { to: '/logbooks', keys: '1', label: words.print },
        { to: '/shelf', keys: '2', label: words.shelf },
        { to: '/sheets', keys: '3', label: words.sheets },
      ]}
    />
  );
}
