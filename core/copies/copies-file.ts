import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { instant } from '#shared/contract/model.ts';
import { replaceDurably } from '../documents/durable-file.ts';

const fileName = 'copies.json';

/** What must be known of the copies where the office's file cannot be read; it holds no secret. */
const copiesFile = z.object({
  /** Root of the copies in a folder that an admin chose; null for the one beside the office's file. */
  root: z.string().nullable().default(null),
  lastCheck: z
    .object({ at: instant, kind: z.enum(['quick', 'full']), ok: z.boolean() })
    .nullable()
    .default(null),
  lastFullCheckAt: instant.nullable().default(null),
  escrowSentAt: instant.nullable().default(null),
});
export type CopiesFacts = z.infer<typeof copiesFile>;

export interface CopiesFile {
  facts(): CopiesFacts;
  keep(changed: Partial<CopiesFacts>): Promise<void>;
}

/** One that cannot be read is as good as none: it only says where to look first. */
export function openCopiesFile(folder: string): CopiesFile {
  const file = path.join(folder, fileName);
  let facts = readFacts(file);
  return {
    facts: () => facts,
    keep: (changed) => {
      facts = { ...facts, ...changed };
      return replaceDurably(file, Buffer.from(JSON.stringify(facts)));
    },
  };
}

/** The root of copies beside the office's file. */
export function ownRoot(folder: string): string {
  return path.join(folder, 'copies');
}

function readFacts(file: string): CopiesFacts {
  try {
    const parsed = copiesFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // Missing or half written.
  }
  return copiesFile.parse({});
}
