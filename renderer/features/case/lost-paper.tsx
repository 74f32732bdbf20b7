import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { ScanChooser } from '#renderer/features/application/scan-chooser.tsx';
import { ScanRefusal } from '#renderer/features/application/scan-refusal.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import classes from './case.module.css';

interface LostPaperProps {
  readonly applicationId: string;
  readonly scan: ApplicationCase['scans'][number];
}

/** A scan that this PC has lost before the hub had it: what to do, and the place to put the new one. */
export function LostPaper({ applicationId, scan }: LostPaperProps) {
  const { papers } = useWords().application;
  const mayReplace = useHasRole('clerk', 'supervisor', 'dealer-clerk');
  const [name, setName] = useState('');
  const replace = useAct(client.applications.replaceScan, () => tell(papers.replaced));
  const send = (file: File) => {
    setName(file.name);
    replace.mutate({ id: applicationId, scanId: scan.id, file });
  };
  return (
    <Note tone="red" title={papers.lostTitle(papers.kind[scan.kind])}>
      <p>{papers.lostWords}</p>
      {mayReplace ? (
        <div className={classes['lost']}>
          <ScanChooser applicationId={applicationId} kind={scan.kind} isStored={false} hasKeys={false} onChoose={send} />
        </div>
      ) : (
        <p>{papers.lostNeedsClerk}</p>
      )}
      {replace.isPending ? <Loading /> : null}
      <ScanRefusal error={replace.error} fileName={name} />
    </Note>
  );
}
