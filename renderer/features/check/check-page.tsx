import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Camera } from './camera.tsx';
import { CodeField } from './code-field.tsx';
import { codeInFile } from './code-reader.ts';
import { FileButton } from './file-button.tsx';
import { TypedForm, type Typed } from './typed-form.tsx';
import { VerdictView } from './verdict-view.tsx';
import classes from './check-page.module.css';

type Question = { readonly text: string } | { readonly file: File } | { readonly typed: Typed };

/** Undefined: there is no code in the file. */
async function ask(question: Question) {
  if ('typed' in question) return client.check.typed(question.typed);
  const text = 'file' in question ? await codeInFile(question.file) : question.text;
  return text === undefined ? null : client.check.code({ text });
}

/** A paper at the counter: scanned, held before the camera, chosen as a file or typed; and what it is worth. */
export function CheckPage() {
  const words = useWords().check;
  const [isCameraOn, setCameraOn] = useState(false);
  const check = useMutation({ mutationFn: ask });
  const askNow = (question: Question) => {
    setCameraOn(false);
    check.mutate(question);
  };
  return (
    <Page
      title={words.title}
      words={words.words}
      actions={
        <>
          <ActionButton
            label={isCameraOn ? words.stopCamera : words.camera}
            keys="F7"
            onAct={() => {
              check.reset();
              setCameraOn(!isCameraOn);
            }}
          />
          <FileButton pending={check.isPending} onChoose={(file) => askNow({ file })} />
        </>
      }
    >
      <div className={classes['columns']}>
        <div className={classes['asking']}>
          <CodeField onScan={(text) => askNow({ text })} onBegin={() => check.reset()} />
          {isCameraOn ? <Camera onFound={(text) => askNow({ text })} /> : null}
          <TypedForm onCheck={(typed) => askNow({ typed })} />
          <p className={classes['quiet']}>{words.logbookNote}</p>
        </div>
        <div className={classes['answer']} aria-live="polite" aria-busy={check.isPending}>
          <FailureNote error={check.error} />
          {check.isPending ? <p className={classes['quiet']}>{words.reading}</p> : null}
          {check.data === null ? (
            <Note tone="amber" isAlert>
              {words.noCode}
            </Note>
          ) : null}
          {check.data ? <VerdictView checked={check.data} /> : null}
        </div>
      </div>
    </Page>
  );
}
