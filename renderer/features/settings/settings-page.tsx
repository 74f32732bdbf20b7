import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { PrintersSection } from '#renderer/features/printing/printers-section.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { OfficeSettingsForm } from './office-settings-form.tsx';
import { ScreenSection } from './screen-section.tsx';
import classes from './settings-page.module.css';

/** What belongs to this screen, and what the office decides. */
export function SettingsPage() {
  const words = useWords().settings;
  const settings = useQuery(api.settings.get.queryOptions({ input: {} }));
  const isPractice = useQuery(api.start.status.queryOptions({ input: {} })).data?.practice === true;
  const reference = useQuery(api.office.reference.queryOptions({ input: {} }));
  return (
    <Page title={words.title}>
      <QueryView query={settings}>
        {(kept) => (
          <div className={classes['sections']}>
            <ScreenSection scheme={kept.scheme} />
            <QueryView query={reference}>
              {({ schedules }) => (
                <OfficeSettingsForm key={JSON.stringify(kept)} kept={kept} schedules={schedules} isPractice={isPractice} />
              )}
            </QueryView>
            <PrintersSection />
          </div>
        )}
      </QueryView>
    </Page>
  );
}
