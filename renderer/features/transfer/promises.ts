import { displayPlate } from '#shared/domain/plate.ts';
import { newOwnersOf, type TransferBody, type TransferRole } from '#shared/domain/services/transfer.ts';
import type { PromiseFacts } from '#renderer/features/application/promise-facts.ts';
import type { Words } from '#shared/text/text.ts';

interface Promised extends PromiseFacts {
  readonly body: TransferBody;
}

/** What both sides read before they confirm, in plain words and in the order it happens. */
export function transferPromises(words: Words['application']['confirm']['facts'], { body, fee, office }: Promised): readonly string[] {
  const nameOf = (role: TransferRole) => body.parties[role].organisation || body.parties[role].name || '…';
  const plate = body.vehicle === null ? '…' : displayPlate(body.vehicle.plate, body.vehicle.plateClass);
  const [first = 'buyer', second] = body.ownership === null ? [] : newOwnersOf(body.ownership);
  const becomes =
    second === undefined
      ? words.becomes(nameOf(first))
      : body.ownership === 'financier'
        ? words.financier(nameOf(first), nameOf(second))
        : words.becomesWith(nameOf(first), nameOf(second));
  return [
    words.leaves(nameOf('seller'), plate),
    becomes,
    ...(fee === '' ? [] : [words.fee(fee)]),
    ...(office === '' ? [] : [words.collection(office)]),
    words.provisional,
  ];
}
