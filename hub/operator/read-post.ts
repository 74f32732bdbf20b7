import { open, readFile } from 'node:fs/promises';
import { openLetter } from '#shared/protocol/post.ts';
import type { HubDeps } from '../hub-deps.ts';
import { answerLetter } from '../post/post.ts';
import { HubRefusal } from '../refusal.ts';

const sentences: Readonly<Partial<Record<HubRefusal['code'], string>>> = {
  'post.not-a-letter': 'This file is no letter from an office',
  'post.altered': 'This letter was changed after it was signed, or damaged on the stick; nothing of it was taken',
  'post.other-hub': 'This letter was sealed for another hub; nothing of it was taken',
  'device.unknown': 'The PC that wrote this letter is not known here',
  'device.revoked': 'The PC that wrote this letter was revoked; nothing of it was taken',
  'device.left': 'The PC that wrote this letter has left its office; nothing of it was taken',
};

/** Takes a letter that was brought on a stick and writes the answer, which only that office opens, beside it. Overwrites nothing. */
export async function readPost(deps: HubDeps, file: string): Promise<string> {
  const letter = await readFile(file);
  const answer = await answerLetter(deps, letter).catch((error: unknown) => {
    throw error instanceof HubRefusal ? new Error(sentences[error.code] ?? error.code) : error;
  });
  const answerFile = `${file.replace(/\.kpost$/u, '')}-answer.kpost`;
  const written = await open(answerFile, 'wx', 0o600);
  try {
    await written.writeFile(answer);
    await written.sync();
  } finally {
    await written.close();
  }
  const header = openLetter(answer)?.header;
  return `Answer for ${header?.officeCode ?? ''}/${header?.deviceNo ?? ''} written to ${answerFile}`;
}
