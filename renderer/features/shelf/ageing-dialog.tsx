import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod';
import type { shelf } from '#shared/contract/shelf.ts';
import type { ShelfBand } from '#shared/domain/shelf.ts';
import type { Words } from '#shared/text/text.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ShelfReportPaper } from '#renderer/features/paper/office-papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { saveFile } from '#renderer/ui/save-file.ts';
import classes from './shelf-page.module.css';

type Band = z.infer<typeof shelf.ageing.output>['bands'][number];

interface AgeingDialogProps {
  readonly onShow: (band: ShelfBand) => void;
  readonly onClose: () => void;
}

/** How many things have waited how long; Enter on an age shows them, and all of them come as a paper or a spreadsheet. */
export function AgeingDialog({ onShow, onClose }: AgeingDialogProps) {
  const words = useWords();
  const own = words.shelf.ageing;
  const { locale } = useLocale();
  const ageing = useQuery(api.shelf.ageing.queryOptions({ input: {} }));
  const [current, setCurrent] = useState<ShelfBand>('0-7');
  const [isPaper, setIsPaper] = useState(false);
  const save = useMutation({
    mutationFn: () => client.shelf.ageingFile({ band: null, locale }),
    onSuccess: (file) => saveFile(file, file.name),
  });
  if (isPaper) return <ShelfReportPaper onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={own.title} size={800}>
      <QueryView query={ageing}>
        {({ bands, total }) => (
          <div className={classes['stack']}>
            <p>{own.total(total)}</p>
            <DataTable
              label={own.title}
              rows={bands}
              rowKey={({ band }) => band}
              columns={columns(words)}
              click="chooses"
              onMove={({ band }) => setCurrent(band)}
              onOpen={({ band }) => onShow(band)}
            />
          </div>
        )}
      </QueryView>
      {save.error === null ? null : <FailureNote error={save.error} />}
      <ButtonRow>
        <ActionButton label={words.frame.close} keys="Escape" onAct={onClose} />
        <ActionButton label={own.save} keys="Ctrl+s" pending={save.isPending} onAct={() => save.mutate()} />
        <ActionButton label={own.paper} keys="Ctrl+p" onAct={() => setIsPaper(true)} />
        <ActionButton label={own.show} keys="Ctrl+Enter" tone="main" onAct={() => onShow(current)} />
      </ButtonRow>
    </Dialog>
  );
}

function columns({ shelf: { ageing: words } }: Words): readonly Column<Band>[] {
  return [
    { key: 'band', head: words.column.band, cell: (row) => words.band[row.band] },
    { key: 'count', head: words.column.count, width: '120px', align: 'right', cell: (row) => <strong>{row.count}</strong> },
  ];
}
