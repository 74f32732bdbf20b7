import { displayPlate } from '#shared/domain/plate.ts';
import type { DuplicateLogbookBody } from '#shared/domain/services/duplicate-logbook.ts';
import type { PromiseFacts } from '#renderer/features/application/promise-facts.ts';
import type { Words } from '#shared/text/text.ts';

interface Promised extends PromiseFacts {
  readonly body: DuplicateLogbookBody;
}

/** What the owner reads before they confirm, in plain words and in the order it happens. */
export function duplicatePromises(words: Words['duplicateLogbook']['promises'], { body, fee, office }: Promised): readonly string[] {
  const { organisation, name } = body.parties.owner;
  const plate = body.vehicle === null ? '…' : displayPlate(body.vehicle.plate, body.vehicle.plateClass);
  return [
    ...(body.reason === null ? [] : [words[body.reason](organisation || name || '…', plate)]),
    words.made,
    ...(fee === '' ? [] : [words.fee(fee)]),
    ...(office === '' ? [] : [words.collection(office)]),
  ];
}
