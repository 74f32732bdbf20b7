import { normaliseChassis } from '#shared/domain/chassis.ts';
import { maskIdentityNumber } from '#shared/domain/mask.ts';
import { normalisePhone } from '#shared/domain/phone.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import type { QueryContext } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { findLogbookEnd } from '../logbooks/service.ts';
import { findApplications, findByName, findDrivers, findLogbooks, findPeople, findReceipts, findVehicles, type Hit } from './store.ts';

/** The one box: plate, chassis, ID, PIN, phone, receipt, reference or name, also of what is not sent yet. */
export const searchHandlers: FeatureHandlers<'search'> = {
  find: (cx, { text, limit }) => {
    const typed = text.trim();
    if (typed.replaceAll(/[^\p{L}\p{N}]/gu, '').length < 2) return [];
    const question = {
      plate: normalisePlate(typed),
      chassis: normaliseChassis(typed),
      phone: normalisePhone(typed),
      number: typed.toUpperCase().replaceAll(/\s/gu, ''),
      limit,
    };
    const sources = [findApplications, findReceipts, findLogbooks, findVehicles, findDrivers, findPeople];
    const exact = sources.flatMap((find) => find(cx.db, question));
    const named = exact.length < limit && /\p{L}{2}/u.test(typed) ? findByName(cx.db, typed, limit) : [];
    return distinct([...exact, ...named])
      .slice(0, limit)
      .map((hit) => shown(cx, hit));
  },
};

function distinct(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [`${hit.kind}:${hit.id}`, hit])).values()];
}

function shown({ db }: QueryContext, { kind, id, title, detail, maskedNumber, state, plate }: Hit) {
  const number = maskedNumber === '' ? '' : maskIdentityNumber(maskedNumber);
  return {
    kind,
    id,
    title,
    detail: [detail, number].filter((part) => part !== '').join(' · '),
    state,
    plate,
    endedBy: kind === 'application' ? findLogbookEnd(db, id) : null,
  };
}
