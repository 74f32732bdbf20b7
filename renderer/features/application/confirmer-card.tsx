import { Checkbox, Radio } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { confirmationMethods, type ConfirmationMethod, type PartyRole } from '#shared/domain/party.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { whenText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { ApplicationCase } from './application-case.ts';
import { ActFailure } from './act-failure.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import type { Desk } from './desk.ts';
import { fieldId, fieldsIn } from './fields.ts';
import { useIsLineUp } from './office-status.ts';
import { CodeProof } from './code-proof.tsx';
import { NameProof } from './name-proof.tsx';
import { SignatureProof } from './signature-proof.tsx';
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

type ConfirmFormProps = Pick<ConfirmerCardProps, 'desk' | 'role' | 'name' | 'onDone'>;
type Proof = Parameters<typeof client.applications.confirm>[0]['act']['proof'];

function ConfirmForm({ desk, role, name, onDone }: ConfirmFormProps) {
  const words = useWords().application.confirm;
  const isLineUp = useIsLineUp();
  const { id } = desk.application.line;
  const [declared, setDeclared] = useState(false);
  const [chosen, setChosen] = useState<ConfirmationMethod | null>(null);
  const method = chosen ?? (isLineUp ? 'code' : 'signature');
  const [proof, setProof] = useState<Proof | null>(null);
  const [isDeclining, setIsDeclining] = useState(false);
  const confirm = useAct(client.applications.confirm, () => {
    onDone();
    void desk.settle();
  });
  const send = async () => {
    if (!declared || proof === null) return;
    const { contentHash } = await desk.settle();
    confirm.mutate({ id, role, declared, contentHash, proof });
  };
  const choose = (next: ConfirmationMethod) => {
    setChosen(next);
    setProof(null);
    confirm.reset();
  };
  /** Enter in the last field confirms what is ready and stays where it is not; before that it goes to the next field like everywhere. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget } = event;
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || !currentTarget.contains(target)) return;
    const last = fieldsIn(currentTarget).at(-1);
    if (last !== target && !(target.type === 'radio' && last instanceof HTMLInputElement && last.name === target.name)) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className={classes['form']} onKeyDown={onKeyDown}>
      <Checkbox
        label={words.declaration}
        checked={declared}
        onChange={(event) => setDeclared(event.currentTarget.checked)}
        data-autofocus
      />
      <Radio.Group label={words.methodLabel} value={method} onChange={(value) => choose(value as ConfirmationMethod)}>
        <div className={classes['methods']}>
          {confirmationMethods.map((one) => (
            <Radio key={one} value={one} label={words.method[one]} />
          ))}
        </div>
      </Radio.Group>
      {method === 'code' ? <CodeProof applicationId={id} role={role} onProof={setProof} /> : null}
      {method === 'signature' ? <SignatureProof onProof={setProof} /> : null}
      {method === 'typed-name' ? <NameProof onProof={setProof} /> : null}
      <ActFailure error={confirm.error} />
      <div className={classes['buttons']}>
        <ActionButton label={words.decline} tone="danger" onAct={() => setIsDeclining(true)} />
        <ActionButton
          label={words.action}
          keys="Ctrl+Enter"
          tone="main"
          disabled={!declared || proof === null}
          pending={confirm.isPending}
          onAct={() => void send()}
        />
      </div>
      <DeclineDialog desk={desk} role={role} name={name} isOpen={isDeclining} onClose={() => setIsDeclining(false)} />
    </div>
  );
}
