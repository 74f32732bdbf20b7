import { IconCheck } from '@tabler/icons-react';
import type { PartyRole } from '#shared/domain/party.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { whenText } from '#renderer/ui/time-words.ts';
import type { ApplicationCase } from './application-case.ts';
import { ConfirmForm } from './confirm-form.tsx';
import type { Desk } from './desk.ts';
import { fieldId } from './fields.ts';
import classes from './confirm-step.module.css';

interface ConfirmerCardProps {
  readonly desk: Desk;
  readonly role: PartyRole;
  readonly name: string;
  readonly confirmation: ApplicationCase['confirmations'][number] | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (() => void) | undefined;
  readonly onDone: () => void;
}

/** One party: not yet confirmed, confirmed, or confirmed for facts that have changed since. */
export function ConfirmerCard({ desk, role, name, confirmation, isOpen, onOpen, onDone }: ConfirmerCardProps) {
  const { application, transfer } = useWords();
  const words = application.confirm;
  return (
    <section
      className={classes['card']}
      data-open={isOpen || undefined}
      aria-label={`${transfer.role[role]}: ${name}`}
      id={fieldId(`confirm.${role}`)}
    >
      <div className={classes['head']}>
        <h3 className={classes['name']}>
          <span className={classes['role']}>{transfer.role[role]}</span> {name}
        </h3>
        {confirmation?.current ? (
          <Confirmed confirmation={confirmation} />
        ) : confirmation === undefined ? (
          <span className={classes['waiting']}>{words.waiting}</span>
        ) : (
          <span className={classes['outdated']}>{words.outdated}</span>
        )}
        {isOpen || confirmation?.current || onOpen === undefined ? null : <ActionButton label={words.action} onAct={onOpen} />}
      </div>
      {isOpen ? <ConfirmForm desk={desk} role={role} name={name} onDone={onDone} /> : null}
    </section>
  );
}

function Confirmed({ confirmation }: { readonly confirmation: ApplicationCase['confirmations'][number] }) {
  const words = useWords().application.confirm;
  const { locale } = useLocale();
  const now = useNow(60_000);
  const { method, at, witness } = confirmation;
  return (
    <span className={classes['done']}>
      <IconCheck size={16} stroke={3} aria-hidden />
      {words.confirmed(words.by[method], whenText(at, now, locale))}, {words.witness(witness)}
    </span>
  );
}
