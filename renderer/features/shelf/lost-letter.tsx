import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ScanRefusal } from '#renderer/features/application/scan-refusal.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { LetterScan } from './letter-scan.tsx';

/** The letter of a hand-over whose scan was lost before the hub had it, and the place for the new one. */
export function LostLetter({ slipNumber }: { readonly slipNumber: string }) {
  const words = useWords().shelf.handOver;
  const [name, setName] = useState('');
  const replace = useAct(client.shelf.replaceLetter, () => tell(words.letterKept));
  const send = (file: File) => {
    setName(file.name);
    replace.mutate({ slipNumber, file });
  };
  return (
    <>
      <span>{words.lostLetter(slipNumber)}</span>
      <LetterScan plate="" isChosen={false} onChoose={send} />
      <ScanRefusal error={replace.error} fileName={name} />
    </>
  );
}
