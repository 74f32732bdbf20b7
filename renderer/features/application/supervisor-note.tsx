import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { ageText } from '#renderer/ui/time-words.ts';
import type { Desk } from './desk.ts';
import { fieldId } from './fields.ts';
import { SupervisorDialog } from './supervisor-dialog.tsx';
import classes from './supervisor-note.module.css';

const minuteMs = 60_000;

/** Facts past the set age need a supervisor before money is taken (FEATURES B5); once allowed, it says by whom. */
export function SupervisorNote({ desk }: { readonly desk: Desk }) {
  const { application: words, frame } = useWords();
  const limit = useQuery(api.settings.get.queryOptions({ input: {} })).data?.factsAgeLimitMinutes ?? 0;
  const [isOpen, setIsOpen] = useState(false);
  const { needsSupervisor, supervisedBy, factsAgeMinutes } = desk.application;
  if (supervisedBy !== null) return <Note tone="green">{words.supervised(supervisedBy)}</Note>;
  if (!needsSupervisor) return null;
  const age = (minutes: number) => ageText(minutes * minuteMs, frame.time);
  return (
    <div id={fieldId('supervisor')}>
      <Note tone="amber" title={words.supervisorTitle}>
        <div className={classes['row']}>
          <span>{factsAgeMinutes === null ? words.supervisorHintPaper : words.supervisorHint(age(factsAgeMinutes), age(limit))}</span>
          <ActionButton label={words.supervisorAction} keys="F8" onAct={() => setIsOpen(true)} />
        </div>
      </Note>
      <SupervisorDialog desk={desk} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </div>
  );
}
