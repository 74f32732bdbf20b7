import type { CheckedFact } from '#shared/contract/check.ts';
import { paperFactNames, type PaperFactName, type PaperFacts } from '#shared/domain/paper-code.ts';

/** The facts of a paper beside what this PC has now under its number; facts that neither has are left out. */
export function compareFacts(onPaper: PaperFacts, here: PaperFacts | undefined): CheckedFact[] {
  return paperFactNames
    .filter((name) => onPaper[name] !== null || (here?.[name] ?? null) !== null)
    .map((name) => ({
      name,
      onPaper: onPaper[name],
      here: here?.[name] ?? null,
      is: here ? comparison(name, onPaper, here) : 'not-known',
    }));
}

function comparison(name: PaperFactName, onPaper: PaperFacts, here: PaperFacts): CheckedFact['is'] {
  if (onPaper[name] === here[name]) return 'same';
  switch (name) {
    // A provisional paper stays what it was when the hub has confirmed since; one of which nothing came is no paper to rely on.
    case 'standing':
      return here.standing === 'ended' ? 'differs' : 'newer';
    // Prints of this kind, or its sheets, are not counted here.
    case 'copy':
    case 'sheet':
      return here[name] === null ? 'not-known' : 'differs';
    default:
      return 'differs';
  }
}
