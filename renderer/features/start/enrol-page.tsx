import { Group, Stack, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { Words } from '#shared/text/text.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FormErrors } from '#renderer/ui/form-errors.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';
import { useStartStep, type StartStatus } from './start-status.ts';

const idPrefix = 'enrol-';
const empty = { hubUrl: '', code: '', passphrase: '', passphraseAgain: '' };
type Values = typeof empty;

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/u.test(text.trim()) && URL.canParse(text.trim());
}

function problemsOf(values: Values, needsPassphrase: boolean, words: Words) {
  const { enrol } = words.start;
  return {
    hubUrl: isWebAddress(values.hubUrl) ? null : enrol.hubUrlWrong,
    code: values.code.trim() === '' ? enrol.codeMissing : null,
    passphrase: needsPassphrase && values.passphrase === '' ? words.frame.required : null,
    passphraseAgain: needsPassphrase && values.passphrase !== values.passphraseAgain ? enrol.passphraseDiffers : null,
  };
}

interface EnrolPageProps {
  readonly start: StartStatus;
  readonly onBack: () => void;
}

/** Makes this PC a counter of an office: hub, one-time code, and a passphrase where the host cannot keep a key. */
export function EnrolPage({ start, onBack }: EnrolPageProps) {
  const words = useWords();
  const { enrol } = words.start;
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: empty,
    validate: (values) => problemsOf(values, start.needsPassphrase, words),
  });
  const send = useStartStep(({ hubUrl, code, passphrase }: Values) =>
    client.start.enrol({ hubUrl: hubUrl.trim(), code: code.trim(), passphrase: start.needsPassphrase ? passphrase : null }),
  );
  return (
    <FrontPage width="wide" title={enrol.formTitle} words={enrol.formWords} foot={words.start.version(start.version)}>
      <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values))}>
        <Stack gap="md">
          <FormErrors errors={form.errors} idPrefix={idPrefix} />
          <FailureNote error={send.error} />
          <TextInput
            id={`${idPrefix}hubUrl`}
            label={enrol.hubUrl}
            description={enrol.hubUrlHelp}
            type="url"
            {...form.getInputProps('hubUrl')}
          />
          <TextInput
            id={`${idPrefix}code`}
            label={enrol.code}
            description={enrol.codeHelp}
            autoComplete="off"
            {...form.getInputProps('code')}
          />
          {start.needsPassphrase ? <PassphraseFields form={form} /> : null}
          {send.isPending ? <Note tone="blue">{enrol.working}</Note> : null}
          <ButtonRow>
            <ActionButton label={words.frame.back} keys="Escape" onAct={onBack} />
            <ActionButton label={enrol.submit} keys="Enter" type="submit" tone="main" pending={send.isPending} />
          </ButtonRow>
        </Stack>
      </form>
    </FrontPage>
  );
}

/** Where the host keeps no key: the passphrase of this PC, twice. */
function PassphraseFields({ form }: { readonly form: UseFormReturnType<Values> }) {
  const { enrol } = useWords().start;
  return (
    <Group grow align="start">
      <SecretInput
        id={`${idPrefix}passphrase`}
        label={enrol.passphrase}
        description={enrol.passphraseHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('passphrase')}
      />
      <SecretInput id={`${idPrefix}passphraseAgain`} label={enrol.passphraseAgain} {...form.getInputProps('passphraseAgain')} />
    </Group>
  );
}
