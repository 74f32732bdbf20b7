import { FrontPage } from '#renderer/ui/front-page.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import type { StartStatus } from './start-status.ts';

/** Says what is happening while the data open. */
export function OpeningPage({ start }: { readonly start: Pick<StartStatus, 'practice' | 'version'> }) {
  const words = useWords().start;
  return (
    <FrontPage
      title={words.opening.title}
      words={start.practice ? words.opening.practiceWords : words.opening.words}
      foot={words.version(start.version)}
    >
      <Loading />
    </FrontPage>
  );
}
