import { accept, decline, type Decision } from '../base/decision.ts';

export type PhoneProblemCode =
  /** `character` at `position` is no part of a phone number. */
  | 'phone.character'
  /** Not a Kenyan mobile number: those begin 07, 01, +2547 or +2541. */
  | 'phone.prefix'
  /** `digits` digits after the prefix instead of `expectedDigits`. */
  | 'phone.length';

/** Digits after the 0 or the +254 of a Kenyan mobile number (DOMAIN §2.2, H). */
const subscriberDigits = 9;
const punctuation = /[\s\p{Pd}\p{Cf}().]/gu;

/** The number as `+254…` where it is one, else what was typed without its punctuation. */
export function normalisePhone(text: string): string {
  const typed = text.replace(punctuation, '');
  const subscriber = /^(?:\+?254|0)([17]\d{8})$/u.exec(typed)?.[1];
  return subscriber === undefined ? typed : `+254${subscriber}`;
}

/** A Kenyan mobile number in E.164, the only kind that the register's messages reach. */
export function checkPhone(text: string): Decision<string, PhoneProblemCode> {
  const phone = normalisePhone(text);
  const stray = /[^\d+]|(?!^)\+/u.exec(phone);
  if (stray) return decline('phone.character', { character: stray[0], position: stray.index + 1 });
  const prefix = /^(?:\+?254|0)(?=[17])/u.exec(phone)?.[0];
  if (prefix === undefined) return decline('phone.prefix');
  const digits = phone.length - prefix.length;
  return digits === subscriberDigits ? accept(phone) : decline('phone.length', { digits, expectedDigits: subscriberDigits });
}

/** `0712 345 678`, as it is said at the counter; a text that is no number comes back normalised. */
export function displayPhone(text: string): string {
  const phone = normalisePhone(text);
  const parts = /^\+254(\d{3})(\d{3})(\d{3})$/u.exec(phone)?.slice(1);
  return parts ? `0${parts.join(' ')}` : phone;
}
