import { paper as en } from '#shared/text/en/paper.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { paper as sw } from '#shared/text/sw/paper.ts';

export type PaperLocale = 'en' | 'sw';

export const paperWords: Readonly<Record<PaperLocale, PaperWords>> = { en, sw };
