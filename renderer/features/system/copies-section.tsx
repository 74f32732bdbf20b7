import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { bytesText } from '#renderer/ui/bytes-text.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { clockText, whenText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { copiesState } from './concerns.ts';
import { FactButtons, Facts, type FactLine } from './facts.tsx';
import { FolderDialog } from './folder-dialog.tsx';
import type { CopiesStatus } from './system-facts.ts';

const tones = { good: 'green', working: 'blue', behind: 'red', damaged: 'red', none: 'amber' } as const;

/** Where the copies go, how fresh and how sound they are, and the keys to make, check or move them. */
export function CopiesSection({ copies }: { readonly copies: CopiesStatus }) {
  const { system } = useWords();
  const { locale } = useLocale();
  const now = useNow(60_000);
  const words = system.copies;
  const state = copiesState(copies);
  const meaning =
    state === 'behind' && copies.behind !== null
      ? words.behind[copies.behind.why](whenText(copies.behind.since, now, locale))
      : words.words[state === 'behind' ? 'good' : state];
  return (
    <Facts title={words.title} state={{ tone: tones[state], word: words.states[state] }} words={meaning} lines={useCopyLines(copies)}>
      <CopyButtons copies={copies} />
    </Facts>
  );
}

function useCopyLines({ folder, sameDisk, lastBackup, lastCheck, usedBytes, budgetBytes, backups }: CopiesStatus): readonly FactLine[] {
  const { system, frame } = useWords();
  const { locale } = useLocale();
  const now = useNow(60_000);
  const words = system.copies;
  const place = sameDisk === null ? words.unreachable : sameDisk ? words.sameDisk : words.otherDisk;
  const soundness = lastBackup?.good === null ? words.unchecked : lastBackup?.good === true ? words.checkedGood : words.checkedBad;
  return [
    { label: words.folder, value: `${folder}, ${place}` },
    {
      label: words.lastBackup,
      value:
        lastBackup === null
          ? words.noBackup
          : `${words.backup(whenText(lastBackup.at, now, locale), bytesText(lastBackup.bytes, frame), words.kinds[lastBackup.kind])}, ${soundness}`,
    },
    {
      label: words.lastCheck,
      value:
        lastCheck === null
          ? system.never
          : `${whenText(lastCheck.at, now, locale)}, ${words.check[lastCheck.kind]}, ${lastCheck.ok ? words.checkGood : words.checkBad}`,
    },
    { label: words.room, value: words.roomOf(bytesText(usedBytes, frame), bytesText(budgetBytes, frame), backups.length) },
  ];
}

function CopyButtons({ copies }: { readonly copies: CopiesStatus }) {
  const words = useWords().system.copies;
  const mayBackUp = useHasRole('admin', 'supervisor');
  const mayCheck = useHasRole('admin', 'supervisor', 'auditor');
  const mayChoose = useHasRole('admin');
  const [isChoosing, setIsChoosing] = useState(false);
  const backUp = useAct(client.copies.backUpNow, ({ at }) => tell(words.backedUp(clockText(at))));
  const check = useAct(client.copies.checkNow, ({ ok }) => tell(ok ? words.checked : words.checkedFaulty));
  if (!mayCheck) return null;
  return (
    <>
      <FactButtons>
        {mayBackUp ? <ActionButton label={words.backUpNow} keys="b" pending={backUp.isPending} onAct={() => backUp.mutate({})} /> : null}
        <ActionButton label={words.checkNow} keys="v" pending={check.isPending} onAct={() => check.mutate({})} />
        {mayChoose ? <ActionButton label={words.chooseFolder} keys="f" onAct={() => setIsChoosing(true)} /> : null}
      </FactButtons>
      <FailureNote error={backUp.error ?? check.error} />
      {isChoosing ? <FolderDialog folder={copies.isDefault ? '' : copies.folder} onClose={() => setIsChoosing(false)} /> : null}
    </>
  );
}
