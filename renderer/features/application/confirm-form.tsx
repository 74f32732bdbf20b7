import { Checkbox, Radio } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { assertNever } from '#shared/base/assert-never.ts';
import { ownConfirmationMethods, type OwnConfirmationMethod, type PartyRole } from '#shared/domain/party.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { ActFailure } from './act-failure.tsx';
import { CodeProof } from './code-proof.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import type { Desk } from './desk.ts';
import { fieldsIn, isSamePlace } from './fields.ts';
import { NameProof } from './name-proof.tsx';
import { useIsLineUp } from './office-status.ts';
import { SignatureProof } from './signature-proof.tsx';
import classes from './confirm-step.module.css';

interface ConfirmFormProps {
  readonly desk: Desk;
  readonly role: PartyRole;
  readonly name: string;
  readonly onDone: () => void;
}

type Proof = Parameters<typeof client.applications.confirm>[0]['act']['proof'];

/** One party reads, ticks, proves who they are in their own way, and confirms; or says no. */
export function ConfirmForm({ desk, role, name, onDone }: ConfirmFormProps) {
  const words = useWords().application.confirm;
  const isLineUp = useIsLineUp();
  const [declared, setDeclared] = useState(false);
  const [chosen, setChosen] = useState<OwnConfirmationMethod | null>(null);
  const [proof, setProof] = useState<Proof | null>(null);
  const method = chosen ?? (isLineUp ? 'code' : 'signature');
  const { id } = desk.application.line;
  const confirm = useAct(client.applications.confirm, () => {
    onDone();
    void desk.settle();
  });
  const isReady = declared && proof !== null;
  const send = async () => {
    if (!declared || proof === null) return;
    const { contentHash } = await desk.settle();
    confirm.mutate({ id, role, declared, contentHash, proof });
  };
  const choose = (next: OwnConfirmationMethod) => {
    setChosen(next);
    setProof(null);
    confirm.reset();
  };
  return (
    <div className={classes['form']} onKeyDown={(event) => endsForm(event) && void send()}>
      <Checkbox
        label={words.declaration}
        checked={declared}
        onChange={(event) => setDeclared(event.currentTarget.checked)}
        data-autofocus
      />
      <Radio.Group label={words.methodLabel} value={method} onChange={(value) => choose(value as OwnConfirmationMethod)}>
        <div className={classes['methods']}>
          {ownConfirmationMethods.map((one) => (
            <Radio key={one} value={one} label={words.method[one]} />
          ))}
        </div>
      </Radio.Group>
      <ProofOf method={method} applicationId={id} role={role} onProof={setProof} />
      <ActFailure error={confirm.error} />
      <div className={classes['buttons']}>
        <Decline desk={desk} role={role} name={name} />
        <ActionButton
          label={words.action}
          keys="Ctrl+Enter"
          tone="main"
          disabled={!isReady}
          pending={confirm.isPending}
          onAct={() => void send()}
        />
      </div>
    </div>
  );
}

interface ProofOfProps {
  readonly method: OwnConfirmationMethod;
  readonly applicationId: string;
  readonly role: PartyRole;
  readonly onProof: (proof: Proof | null) => void;
}

function ProofOf({ method, applicationId, role, onProof }: ProofOfProps) {
  switch (method) {
    case 'code':
      return <CodeProof applicationId={applicationId} role={role} onProof={onProof} />;
    case 'signature':
      return <SignatureProof onProof={onProof} />;
    case 'typed-name':
      return <NameProof onProof={onProof} />;
    default:
      return assertNever(method);
  }
}

/** Enter in the last field belongs to this form; before that it goes to the next field like everywhere. */
function endsForm(event: KeyboardEvent<HTMLElement>): boolean {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || !currentTarget.contains(target)) return false;
  const last = fieldsIn(currentTarget).at(-1);
  if (last === undefined || !isSamePlace(last, target)) return false;
  event.preventDefault();
  return true;
}

function Decline({ desk, role, name }: Pick<ConfirmFormProps, 'desk' | 'role' | 'name'>) {
  const words = useWords().application.confirm;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <ActionButton label={words.decline} tone="danger" onAct={() => setIsOpen(true)} />
      <DeclineDialog desk={desk} role={role} name={name} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
