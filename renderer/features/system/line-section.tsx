import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import { useWaitReason } from '#renderer/features/queue/wait-reason.ts';
import { FactButtons, Facts } from './facts.tsx';
import type { QueueStanding } from './system-facts.ts';

type Line = Awaited<ReturnType<typeof client.office.status>>['line'];

interface LineSectionProps {
  readonly line: Line;
  readonly isPractice: boolean;
  readonly hubUrl: string;
  readonly waiting: number;
  /** Up to where the journal stands under the hub's signature. */
  readonly proof: QueueStanding['proof'];
}

const tones = { up: 'green', down: 'red', cut: 'amber', unknown: 'grey' } as const;

/** The line in detail; in the practice office its plug, so that a newcomer sees what happens without it. */
export function LineSection({ line, isPractice, hubUrl, waiting, proof }: LineSectionProps) {
  const { system, settings } = useWords();
  const { locale } = useLocale();
  const reasonOf = useWaitReason();
  const cut = useMutation({ mutationFn: (isCut: boolean) => client.office.cutLine({ cut: isCut }) });
  const isCut = line.state === 'cut';
  return (
    <Facts
      title={system.line}
      state={{ tone: tones[line.state], word: system.states[line.state] }}
      lines={[
        { label: system.since, value: line.since === null ? system.never : <WhenText at={line.since} /> },
        { label: system.lastContact, value: line.lastContactAt === null ? system.never : <WhenText at={line.lastContactAt} /> },
        ...(line.reason === null ? [] : [{ label: system.reason, value: reasonOf({ code: line.reason, facts: {} }) }]),
        { label: system.hub, value: isPractice ? settings.noHub : hubUrl },
        { label: system.waiting, value: waiting },
        { label: system.signed, value: proof === null ? system.notSigned : system.signedUpTo(proof.seq, fullText(proof.signedAt, locale)) },
      ]}
      words={isPractice ? (isCut ? system.joinWords : system.cutWords) : undefined}
    >
      <FailureNote error={cut.error} />
      {isPractice ? (
        <FactButtons>
          <ActionButton
            label={isCut ? system.join : system.cut}
            keys="c"
            tone={isCut ? 'main' : 'plain'}
            pending={cut.isPending}
            onAct={() => cut.mutate(!isCut)}
          />
        </FactButtons>
      ) : null}
    </Facts>
  );
}
