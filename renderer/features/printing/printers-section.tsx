import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { suitsWidth, type PaperUse } from '#shared/domain/print-job.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import type { PrinterLine } from './print-words.ts';
import { PrinterForm } from './printer-form.tsx';
import { RemovePrinter } from './remove-printer.tsx';
import classes from './printers-section.module.css';

type Open = { readonly form: 'add' } | { readonly form: 'change' | 'remove'; readonly printer: PrinterLine };

/** The printers of this PC, a test page for each, and which paper goes where. */
export function PrintersSection() {
  const words = useWords().printing;
  const navigate = useNavigate();
  const mayChange = useHasRole('admin', 'supervisor');
  const [open, setOpen] = useState<Open | null>(null);
  const printers = useQuery(api.printing.printers.queryOptions({ input: {} }));
  const close = () => setOpen(null);
  return (
    <section className={classes['section']} aria-labelledby="settings-printers">
      <h2 id="settings-printers">{words.printersTitle}</h2>
      <p>{mayChange ? words.printersWords : words.readOnly}</p>
      <QueryView query={printers}>
        {(set) => (
          <>
            {set.printers.length === 0 ? <p>{words.setUp.none}</p> : null}
            {set.printers.map((printer) => (
              <PrinterRow
                key={printer.id}
                printer={printer}
                mayChange={mayChange}
                onChange={() => setOpen({ form: 'change', printer })}
                onRemove={() => setOpen({ form: 'remove', printer })}
              />
            ))}
            <div className={classes['buttons']}>
              {mayChange ? <ActionButton label={words.setUp.add} keys="a" onAct={() => setOpen({ form: 'add' })} /> : null}
              <ActionButton label={words.setUp.jobs} keys="p" onAct={() => void navigate({ to: '/printing' })} />
            </div>
            {set.printers.length === 0 ? null : <PaperChoices {...set} mayChange={mayChange} />}
          </>
        )}
      </QueryView>
      {open?.form === 'add' ? <PrinterForm printer={null} onClose={close} /> : null}
      {open?.form === 'change' ? <PrinterForm printer={open.printer} onClose={close} /> : null}
      {open?.form === 'remove' ? <RemovePrinter printer={open.printer} onClose={close} /> : null}
    </section>
  );
}

interface PrinterRowProps {
  readonly printer: PrinterLine;
  readonly mayChange: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function PrinterRow({ printer, mayChange, onChange, onRemove }: PrinterRowProps) {
  const words = useWords().printing;
  const { locale } = useLocale();
  const { settings } = useWords();
  const { standing } = printer;
  const test = useAct(client.printing.testPage, () => tell(words.setUp.testSent));
  return (
    <div className={classes['printer']}>
      <div>
        <div className={classes['name']}>
          {printer.name}
          {standing.state === 'unknown' ? null : (
            <Tag tone={standing.state === 'ready' ? 'green' : 'amber'}>
              {standing.problem === null ? words.bar.noProblem.replace('.', '') : words.short[standing.problem]}
            </Tag>
          )}
        </div>
        <p>
          {words.way[printer.way]} · {printer.address} · {settings.widths[printer.width]}
        </p>
        {standing.problem === null ? null : <p>{words.problem[standing.problem]}</p>}
        <FailureNote error={test.error} />
      </div>
      <div className={classes['buttons']}>
        <ActionButton label={words.setUp.test} pending={test.isPending} onAct={() => test.mutate({ printerId: printer.id, locale })} />
        {mayChange ? <ActionButton label={words.setUp.change} tone="quiet" onAct={onChange} /> : null}
        {mayChange ? <ActionButton label={words.setUp.remove} tone="quiet" onAct={onRemove} /> : null}
      </div>
    </div>
  );
}

interface PaperChoicesProps {
  readonly printers: readonly PrinterLine[];
  readonly papers: Awaited<ReturnType<typeof client.printing.printers>>['papers'];
  readonly mayChange: boolean;
}

/** One choice a kind of paper: set once, never asked at the counter. */
function PaperChoices({ printers, papers, mayChange }: PaperChoicesProps) {
  const words = useWords().printing;
  const set = useAct(client.printing.setPaper);
  const fit = (use: PaperUse) => printers.filter(({ width }) => suitsWidth(use, width));
  const receipts = papers.find(({ use }) => use === 'receipt');
  return (
    <>
      <h3>{words.setUp.papers}</h3>
      <FailureNote error={set.error} />
      <div className={classes['papers']}>
        {papers.map(({ use, printerId, locale }) => (
          <Select
            key={use}
            label={words.use[use]}
            disabled={!mayChange}
            allowDeselect={false}
            value={printerId ?? ''}
            data={[{ value: '', label: words.setUp.nowhere }, ...fit(use).map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(value) => set.mutate({ use, printerId: value === '' ? null : value, locale })}
          />
        ))}
        {receipts === undefined || receipts.printerId === null ? null : (
          <Select
            label={words.setUp.language}
            disabled={!mayChange}
            allowDeselect={false}
            value={receipts.locale}
            data={(['en', 'sw'] as const).map((value) => ({ value, label: words.setUp.languages[value] }))}
            onChange={(value) => set.mutate({ ...receipts, locale: value === 'sw' ? 'sw' : 'en' })}
          />
        )}
      </div>
    </>
  );
}
