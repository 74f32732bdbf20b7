import { vehicleOf } from '#shared/domain/services/services.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatKes } from '#shared/base/money.ts';
import { api, client } from '#renderer/connection/connection.ts';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { useOffices } from '#renderer/features/application/offices.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SayLine } from '#renderer/ui/say-line.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { fullText } from '#renderer/ui/time-words.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import type { CasePaperKind } from './case-paper.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { ConflictCompare } from './conflict-compare.tsx';
import classes from './conflict-card.module.css';

interface ConflictCardProps {
  readonly application: ApplicationCase;
  readonly decision: NonNullable<ApplicationCase['decision']>;
  readonly onPaper: (kind: CasePaperKind) => void;
}

/** Another act came first: both acts, what the customer holds, what to say, and the lawful ways on, each with what follows (FEATURES N10). */
export function ConflictCard({ application, decision, onPaper }: ConflictCardProps) {
  const words = useWords().casePage.conflictCard;
  const { locale } = useLocale();
  const office = useOfficeName()(decision.office);
  return (
    <section className={classes['card']} aria-label={words.label}>
      <Note tone="red" title={words.title}>
        {words.words}
      </Note>
      <BothActs application={application} decision={decision} />
      <SayLine>{words.say(office, fullText(decision.at, locale))}</SayLine>
      <Choices application={application} office={office} onPaper={onPaper} />
      <ConflictCompare vehicle={vehicleOf(application.body)} />
    </section>
  );
}

function useOfficeName(): (code: string) => string {
  const offices = useOffices();
  return (code) => offices.find((office) => office.code === code)?.name ?? code;
}

/** This office's act beside the one that came first, and what the customer holds (FEATURES G5). */
function BothActs({ application, decision }: Pick<ConflictCardProps, 'application' | 'decision'>) {
  const { casePage, frame } = useWords();
  const words = casePage.conflictCard;
  const { locale } = useLocale();
  const officeName = useOfficeName();
  const { line, payment, submittedAt } = application;
  const reference = useOtherReference(line.id);
  return (
    <dl className={classes['acts']}>
      <div>
        <dt>{words.yours}</dt>
        <dd>{line.clerkName}</dd>
        <dd>
          {frame.roles.clerk}, {officeName(line.officeCode)}
        </dd>
        <dd>{submittedAt === null ? '' : words.sent(fullText(submittedAt, locale))}</dd>
      </div>
      <div data-first>
        <dt>{words.theirs}</dt>
        <dd>{decision.by}</dd>
        <dd>
          {frame.roles.clerk}, {officeName(decision.office)}
        </dd>
        <dd>
          {words.came(fullText(decision.at, locale))}
          {reference === '' ? '' : `, ${words.reference(reference)}`}
        </dd>
      </div>
      <div>
        <dt>{words.holds}</dt>
        <dd>{payment === null ? words.holdsNothing : words.holdsReceipt(payment.receiptNumber, formatKes(payment.amountCents))}</dd>
      </div>
    </dl>
  );
}

/** The other act's reference as the hub has told it with its answer, for as long as that answer lies open. */
function useOtherReference(applicationId: string): string {
  const items = useQuery(api.queue.list.queryOptions({ input: {} })).data ?? [];
  const answer = items.find((item) => item.applicationId === applicationId && item.state === 'conflict');
  return String(answer?.reason?.facts['reference'] ?? '');
}

interface ChoicesProps {
  readonly application: ApplicationCase;
  readonly office: string;
  readonly onPaper: (kind: CasePaperKind) => void;
}

/** The lawful ways on; none of them is taken without the customer. */
function Choices({ application, office, onPaper }: ChoicesProps) {
  const { conflictCard: words, resubmitted } = useWords().casePage;
  const isClerk = useHasRole('clerk', 'supervisor', 'dealer-clerk');
  const [isCancelling, setIsCancelling] = useState(false);
  const again = useAct(client.applications.resubmit, () => tell(resubmitted));
  const { line, payment } = application;
  return (
    <div role="group" aria-label={words.choices}>
      <h2 className={classes['heading']}>{words.choices}</h2>
      <div className={classes['choices']}>
        <ConflictChoice
          words={words.cancel}
          text={payment === null ? words.cancel.wordsUnpaid : words.cancel.words(formatKes(payment.amountCents))}
          keys="x"
          isOffered={isClerk}
          onAct={() => setIsCancelling(true)}
        />
        <ConflictChoice words={words.slip} text={words.slip.words} keys="s" isMain isOffered onAct={() => onPaper('conflict-slip')} />
        <ConflictChoice
          words={words.again}
          text={words.again.words}
          keys="Ctrl+Enter"
          isOffered={isClerk && payment !== null}
          pending={again.isPending}
          onAct={() => again.mutate({ id: line.id })}
        />
      </div>
      <FailureNote error={again.error} />
      {isCancelling ? (
        <CancelDialog
          id={application.line.id}
          isPaid={application.payment !== null}
          usualReason={words.cancel.reason(office)}
          onClose={() => setIsCancelling(false)}
        />
      ) : null}
    </div>
  );
}
