import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { PdfPages } from '#renderer/ui/pdf-pages.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';

interface ScanPreviewProps {
  readonly scan: { readonly sha256: string };
}

/** The stored scan, opened from the vault; a scan never changes, since its name is its hash. */
export function ScanPreview({ scan }: ScanPreviewProps) {
  const words = useWords().casePage.paper;
  const file = useQuery(api.applications.scan.queryOptions({ input: { sha256: scan.sha256 } }));
  return <QueryView query={file}>{(pdf) => <PdfPages file={pdf} pageLabel={words.page} failed={words.failed} />}</QueryView>;
}
