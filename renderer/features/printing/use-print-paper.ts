import { useQuery } from '@tanstack/react-query';
import { useOfPaper, type PaperRef } from '#shared/contract/paper.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

/** How a paper is printed where its kind has a printer: no dialog, one key. Undefined where none is set; the PDF is printed by hand then. */
export function usePrintPaper(paper: PaperRef, onSent: () => void) {
  const words = useWords().printing;
  const { locale } = useLocale();
  const printers = useQuery(api.printing.printers.queryOptions({ input: {} })).data;
  const print = useAct(client.printing.print, () => {
    tell(words.sentToPrinter);
    onSent();
  });
  const isSet = printers?.papers.some(({ use, printerId }) => use === useOfPaper[paper.kind] && printerId !== null) ?? false;
  if (!isSet) return undefined;
  return { run: () => print.mutate({ paper, locale }), isPending: print.isPending, error: print.error };
}
