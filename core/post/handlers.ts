import type { KeyObject } from 'node:crypto';
import type { Vault } from '../documents/vault.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { AppError } from '../refusal.ts';
import type { HubClient } from '../sync/service.ts';
import { getLetter, readAnswer } from './answer.ts';
import { waitingForPost, writeLetter } from './letter.ts';
import type { PostFolder } from './post-folder.ts';
import { takeAnswer } from './take-answer.ts';
import { insertLetter, listLetters, noteAnswered } from './store.ts';

export interface PostDeps {
  readonly folder: PostFolder;
  readonly vault: Pick<Vault, 'get'>;
  readonly hub: Pick<HubClient, 'carry'>;
  readonly newId: () => string;
  /** This device's own keys, and the public ones of its hub. */
  readonly keys: {
    readonly privateKey: KeyObject;
    readonly sealPrivateKey: KeyObject;
    readonly hubKey: KeyObject;
    readonly hubSealKey: Uint8Array;
  };
  /** What was read may let other entries go. */
  readonly wake: () => void;
}

/** The post by hand: out on a stick, over another office's line or at the hub itself, and its answer back. */
export function postHandlers(deps: PostDeps): FeatureHandlers<'post'> {
  const { folder, hub, keys } = deps;
  return {
    status: (cx) => ({
      waiting: waitingForPost(cx.db),
      letters: listLetters(cx.db).map((letter) => ({ ...letter, officeCode: cx.office.officeCode, deviceNo: cx.office.deviceNo })),
    }),
    write: prepared({
      prepare: async (cx) => {
        const letter = await writeLetter(deps, cx);
        if (letter.entries + letter.scans === 0) throw new AppError('post.nothing-waits');
        await folder.put('letter', letter.letterId, letter.bytes);
        return { letterId: letter.letterId, entries: letter.entries, scans: letter.scans, bytes: letter.bytes.length };
      },
      execute: (cx, _input, letter) => {
        insertLetter(cx.db, { ...letter, writtenAt: cx.now });
        cx.setPayload(letter);
        return { ...letter, officeCode: cx.office.officeCode, deviceNo: cx.office.deviceNo };
      },
    }),
    file: async (_cx, { letterId, kind }) => {
      const bytes = await folder.get(kind, letterId);
      if (!bytes) throw new AppError('act.not-found', { what: 'letter' });
      return new File([new Uint8Array(bytes)], fileNameOf(bytes, kind), { type: 'application/octet-stream' });
    },
    carry: prepared({
      prepare: async (_cx, { file }) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const { header } = getLetter(bytes, 'to-hub');
        const answer = await hub.carry(bytes);
        getLetter(answer, 'from-hub');
        await folder.put('answer', header.letterId, answer);
        return { letterId: header.letterId, officeCode: header.officeCode, deviceNo: header.deviceNo };
      },
      execute: (cx, _input, carried) => {
        cx.setPayload(carried);
        return carried;
      },
    }),
    read: prepared({
      prepare: async (cx, { file }) => readAnswer(new Uint8Array(await file.arrayBuffer()), { ...keys, deviceId: cx.office.deviceId }),
      execute: (cx, _input, answer) => {
        const read = takeAnswer(cx, keys.hubKey, answer);
        noteAnswered(cx.db, answer.header.letterId, cx.now);
        cx.setPayload({ letterId: answer.header.letterId, ...read });
        cx.announce('queue', 'applications');
        cx.afterCommit(deps.wake);
        return read;
      },
    }),
  };
}

/** Says on the stick whose it is and what to do with it. */
function fileNameOf(bytes: Uint8Array, kind: 'letter' | 'answer'): string {
  const { officeCode, deviceNo, writtenAt } = getLetter(bytes, kind === 'letter' ? 'to-hub' : 'from-hub').header;
  const time = writtenAt.slice(0, 16).replaceAll(/[:T]/gu, '-');
  return `kaunta-${kind === 'letter' ? 'to-hub' : 'answer'}-${officeCode}-${deviceNo}-${time}.kpost`;
}
