import { emailPattern, phonePattern, type PersonalKind } from './personal-kind.ts';
import { sameShape, wordFor } from './pseudonym.ts';

/** Replaces the e-mail addresses and international phone numbers in a text, and nothing else. */
export const maskContacts = (text: string): string =>
  text.replaceAll(emailPattern, maskEmail).replaceAll(phonePattern, maskPhone);

/** A number with the same count of digits. */
export function maskNumber(value: number): number {
  const digits = sameShape(String(value));
  return Number(digits.startsWith('0') ? `1${digits.slice(1)}` : digits);
}

/**
 * Replaces a value of a kind with an invented one of the same format. The same value always gets the same replacement.
 */
export function maskText(text: string, kind: PersonalKind): string {
  return maskers[kind](text);
}

const maskers: Record<PersonalKind, (text: string) => string> = {
  'e-mail': maskContacts,
  phone: (text) => (text.search(phonePattern) < 0 ? maskPhone(text) : maskContacts(text)),
  name: (text) => text.replaceAll(/\p{L}[\p{L}\p{M}'’-]*/gu, (word) => (word.length === 1 ? word : wordFor(word))),
  address: (text) =>
    text
      .replaceAll(/\p{L}[\p{L}\p{M}'’-]+/gu, (word) => wordFor(word))
      .replaceAll(/\d+/g, (digits) => sameShape(digits, text + digits)),
  'postal code': (text) => sameShape(text),
  'tax number': (text) => afterPrefix(text, /^[A-Z]{2}(?=[\dA-Z])/),
  'bank number': maskBankNumber,
};

function maskEmail(address: string): string {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  return `${wordFor(local).toLowerCase()}.${wordFor(`${local}.`).toLowerCase()}@${wordFor(domain).toLowerCase()}.example`;
}

/** Country code and length stay, so that it can still be recognised as a phone number. */
function maskPhone(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  const kept = /^\s*(?:\+|00)\s*\d{1,2}|^\s*\(?0/.exec(text)?.[0] ?? '';
  return kept + sameShape(text.slice(kept.length), digits);
}

const afterPrefix = (text: string, prefix: RegExp): string => {
  const kept = prefix.exec(text)?.[0] ?? '';
  return kept + sameShape(text.slice(kept.length), text.replaceAll(/\s/g, ''));
};

/** An IBAN keeps its country and gets valid check digits. */
function maskBankNumber(text: string): string {
  const plain = text.replaceAll(/\s/g, '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(plain)) return sameShape(text, plain);
  const country = plain.slice(0, 2);
  const account = sameShape(plain.slice(4), plain);
  const masked = country + checkDigits(country, account) + account;
  let at = 0;
  return text.replaceAll(/\S/g, () => masked[at++] ?? '');
}

function checkDigits(country: string, account: string): string {
  const digits = `${account}${country}00`.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return String(98 - rest).padStart(2, '0');
}
