export const personalKinds = [
  'e-mail',
  'phone',
  'name',
  'address',
  'postal code',
  'tax number',
  'bank number',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** E-mail addresses and international phone numbers anywhere in a text. */
export const emailPattern = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
export const phonePattern = /(?:\+|(?<![\d.,-])00)[1-9][\d \u00a0()./-]{5,18}\d/g;

const byContent: readonly (readonly [PersonalKind, RegExp])[] = [
  ['e-mail', new RegExp(emailPattern.source)],
  ['bank number', /^[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?$/],
  ['phone', new RegExp(phonePattern.source)],
];

/** Words of a field's name in lower case: `billing_contact.FirstName` has billing, contact, first and name. */
const wordsOf = (name: string): string =>
  ` ${name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[^A-Za-z\d]+/g, ' ')
    .toLowerCase()
    .replace(/ c$/, '')
    .trim()} `;

const byName: readonly (readonly [PersonalKind, RegExp])[] = [
  ['e-mail', / (e ?mail|mail address) /],
  ['phone', / (phone|telephone|tel|mobile|cell|fax)( |number)/],
  [
    'tax number',
    / (vat|tax|vat reg|tax reg)( (number|id|identifier|registration|no))+ | (vat|tin|ssn|ust id|ustid) $| national insurance /,
  ],
  ['bank number', / (iban|account number|bank account|sort code|routing number|bank number) /],
  ['postal code', / (postal code|postcode|post code|zip|zip code|plz) /],
  ['address', / (street|address line \d?|addr\d?|line ?[12]|address ?[123]|city|addressee|attention) | street\d? /],
  ['name', / (first|last|middle|given|family|full|contact|person|sales rep|owner|manager|approver|signatory) ?name /],
];

/** Objects that describe a person: their `name` is a person's. */
const personWords =
  / (contact|contacts|person|people|user|users|owner|employee|employees|worker|workers|manager|resource|resources|sales rep|signatory|approver) /;

export interface Place {
  /** Names from the outside inwards; lists are left out. */
  readonly names: readonly string[];
  /** Names of the fields beside this one. */
  readonly siblings: readonly string[];
}

/** Kinds that a field's name alone reveals for a number. A number is never a person's name. */
const numberKinds: ReadonlySet<PersonalKind> = new Set(['phone', 'postal code', 'tax number', 'bank number']);

/** What kind of personal data a number is, judged by its field's name. */
export function personalKindOfNumber(value: number, { names }: Place): PersonalKind | undefined {
  const own = wordsOf(names.at(-1) ?? '');
  const kind = byName.find(([, pattern]) => pattern.test(own))?.[0];
  return kind !== undefined && numberKinds.has(kind) && Number.isSafeInteger(value) && value >= 10_000
    ? kind
    : undefined;
}

/** What kind of personal data a text is, judged by its content and its field's name. */
export function personalKindOf(text: string, { names, siblings }: Place): PersonalKind | undefined {
  for (const [kind, pattern] of byContent) if (pattern.test(text)) return kind;
  const own = wordsOf(names.at(-1) ?? '');
  for (const [kind, pattern] of byName) if (pattern.test(own) && fits(kind, text)) return kind;
  return own === ' name ' && isPerson(names, siblings) ? 'name' : undefined;
}

/**
 * A field named after a personal number contains one only if it has digits: `taxCode: "VAT-20"` is a different thing.
 */
const fits = (kind: PersonalKind, text: string): boolean =>
  kind === 'name' || kind === 'address' || kind === 'e-mail' ? text.trim() !== '' : /\d/.test(text);

function isPerson(names: readonly string[], siblings: readonly string[]): boolean {
  if (personWords.test(wordsOf(names.at(-2) ?? ''))) return true;
  return siblings.some((name) => / (first|last|given|family) ?name /.test(wordsOf(name)));
}
