import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askFolderDesk, openFolderDesk } from './folder-desk.ts';

describe('the desk of a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kaunta-desk-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const issue = async (officeCode: string) => {
    if (officeCode !== 'KSM01') throw new Error(`No office ${officeCode}`);
    return 'AAAA-BBBB-CCCC';
  };

  it('is held by one hub; a second finds it taken and the first goes on', async () => {
    const desk = await openFolderDesk(folder, issue);
    expect(await openFolderDesk(folder, issue)).toBeUndefined();
    expect(await askFolderDesk(folder, 'KSM01')).toBe('AAAA-BBBB-CCCC');
    await desk?.close();
    const next = await openFolderDesk(folder, issue);
    expect(next).toBeDefined();
    await next?.close();
  });

  it('answers with the sentence of what went wrong', async () => {
    const desk = await openFolderDesk(folder, issue);
    await expect(askFolderDesk(folder, 'XXX99')).rejects.toThrow('No office XXX99');
    await desk?.close();
  });

  it('is silent where no hub has the folder open', async () => {
    expect(await askFolderDesk(folder, 'KSM01')).toBeUndefined();
  });
});
