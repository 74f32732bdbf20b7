import type { LogbookEnd } from '#shared/contract/logbook-end.ts';
import { useWords } from './locale.tsx';
import { Tag } from './tag.tsx';

/** That a newer eLogbook took the place of this one, and which. */
export function EndedTag({ endedBy }: { readonly endedBy: LogbookEnd }) {
  const words = useWords().logbooks;
  return <Tag tone="red">{words.replacedBy(endedBy.number)}</Tag>;
}
