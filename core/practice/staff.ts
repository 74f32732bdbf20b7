import type { Role } from '#shared/domain/role.ts';
import type { Storage } from '../storage.ts';
import { countUsers, hashPassword, insertUser } from '../people/service.ts';
import type { Instant } from '#shared/base/instant.ts';

/** Everybody in the practice office signs in with this; the sign-in page says so. */
const practicePassword = 'practice';

const staff: readonly { readonly name: string; readonly login: string; readonly roles: readonly Role[] }[] = [
  { name: 'Achieng Odhiambo', login: 'achieng', roles: ['clerk'] },
  { name: 'Baraka Mwangi', login: 'baraka', roles: ['clerk'] },
  { name: 'Chebet Koech', login: 'chebet', roles: ['supervisor'] },
  { name: 'Daudi Abdalla', login: 'daudi', roles: ['registrar'] },
  { name: 'Esther Nduta', login: 'esther', roles: ['admin', 'auditor'] },
];

/** Invented people for the practice office, so that a newcomer can play every part of a case alone. */
export async function hirePracticeStaff(storage: Storage, newId: () => string, now: Instant): Promise<void> {
  if (countUsers(storage.reader) > 0) return;
  const passwordHash = await hashPassword(practicePassword);
  storage.transact((db) => {
    for (const one of staff) insertUser(db, { ...one, id: newId(), passwordHash, mustChangePassword: false, at: now });
  });
}
