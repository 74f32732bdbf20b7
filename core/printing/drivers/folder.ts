import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, syncFolder, writeDurably } from '../../documents/durable-file.ts';
import type { Driver, Trouble } from './driver.ts';

const mostOfOneName = 1000;

/** Keeps papers as PDF in a folder that the office chose. Nothing is ever written over: a second paper of one name gets a number. */
export const folderDriver: Driver = {
  look: (folder) => access(folder, constants.W_OK).then(() => null, cannotSave),
  send: async ({ address, sheet }) => {
    try {
      const file = await keep(address, sheet.fileName, sheet.bytes);
      await syncFolder(address);
      return { kind: 'saved', file };
    } catch (error) {
      return { kind: 'held', ...cannotSave(error) };
    }
  },
};

function cannotSave(error: unknown): Trouble {
  return { problem: 'cannot-save', words: errorCode(error) };
}

async function keep(folder: string, fileName: string, bytes: Uint8Array): Promise<string> {
  const { name, ext } = path.parse(path.basename(fileName));
  for (let number = 1; number <= mostOfOneName; number++) {
    const file = path.join(folder, number === 1 ? `${name}${ext}` : `${name}-${number}${ext}`);
    try {
      await writeDurably(file, bytes);
      return file;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
  throw new Error(`${mostOfOneName} papers are called ${name}`);
}
