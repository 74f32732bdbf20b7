import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { scanKinds, type ScanKind } from '#shared/domain/scan-kind.ts';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PdfPages } from '#renderer/ui/pdf-pages.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import type { RegistrarCase } from './registrar-line.ts';
import classes from './registrar.module.css';

type SentScan = RegistrarCase['scans'][number];

/** The papers that came with the case, one at a time beside its facts; `s` turns to the next. */
export function RegistrarScans({ scans }: { readonly scans: readonly SentScan[] }) {
  const { registrar: words, application } = useWords();
  const [place, setPlace] = useState(0);
  const scan = scans[place % Math.max(scans.length, 1)];
  if (scan === undefined) return <Note tone="amber">{words.noScan}</Note>;
  const nameOf = (kind: string) => (isScanKind(kind) ? application.papers.kind[kind] : kind);
  return (
    <section className={classes['scans']} aria-label={words.section.papers}>
      <div className={classes['tabs']}>
        <strong>
          {nameOf(scan.kind)} ({(place % scans.length) + 1}/{scans.length})
        </strong>
        {scans.length > 1 ? <ActionButton label={words.nextScan} keys="s" onAct={() => setPlace((before) => before + 1)} /> : null}
      </div>
      <div className={classes['sheet']} tabIndex={0} role="region" aria-label={nameOf(scan.kind)}>
        <Scan key={scan.sha256} scan={scan} />
      </div>
    </section>
  );
}

/** From this PC if it is here; from the hub only when asked for, since it may be large and the line thin. */
function Scan({ scan }: { readonly scan: SentScan }) {
  const { registrar: words, casePage } = useWords();
  const [isAsked, setIsAsked] = useState(scan.here);
  const file = useQuery({ ...api.registrar.scan.queryOptions({ input: { sha256: scan.sha256 } }), enabled: isAsked });
  if (!isAsked) {
    return (
      <Note tone="blue">
        <p>{words.scanElsewhere}</p>
        <ActionButton label={words.scanAsk} keys="f" onAct={() => setIsAsked(true)} />
      </Note>
    );
  }
  return (
    <QueryView query={file}>{(pdf) => <PdfPages file={pdf} pageLabel={casePage.paper.page} failed={casePage.paper.failed} />}</QueryView>
  );
}

function isScanKind(text: string): text is ScanKind {
  return scanKinds.some((kind) => kind === text);
}
