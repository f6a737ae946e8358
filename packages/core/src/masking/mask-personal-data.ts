import { maskContacts, maskNumber, maskText } from './mask-text.ts';
import { personalKindOf, personalKindOfNumber, type PersonalKind, type Place } from './personal-kind.ts';

/** A field with personal data, written once for all its repetitions: `account.contacts[].email`. */
export interface PersonalField {
  readonly field: string;
  readonly kind: PersonalKind;
  /** The first value found there, and its replacement. */
  readonly value: string;
  readonly masked: string;
}

export interface Masked {
  readonly value: unknown;
  /** Everything that was found, including fields that are kept. */
  readonly fields: readonly PersonalField[];
  /** In a text about the record, such as its label, replaces every value that was replaced in the record. */
  readonly maskedText: (text: string) => string;
}

/**
 * Replaces personal data in a record with invented values of the same format. The replacement depends only on the
 * original, so equal values stay equal and joins between lists still work. A value that was found in one field is
 * replaced in every other field too, even if that field's name does not suggest personal data.
 */
export function maskPersonalData(value: unknown, kept: ReadonlySet<string> = new Set()): Masked {
  const found = new Map<string, PersonalField>();
  const replacements = new Map<string | number, string | number>();
  visit(value, { field: '', names: [], siblings: [] }, (leaf, place) => {
    const masked = maskedLeaf(leaf, place);
    if (masked === undefined) return;
    const { field } = place;
    const shown = { field, kind: masked.kind, value: String(leaf), masked: String(masked.value) };
    if (!found.has(field)) found.set(field, shown);
    if (!kept.has(field)) replacements.set(leaf, masked.value);
  });
  const replace: Replace = (leaf, field) => (kept.has(field) ? leaf : (replacements.get(leaf) ?? leaf));
  return {
    value: rebuild(value, '', replace),
    fields: [...found.values()],
    maskedText: (text) => replaceWithin(maskContacts(text), replacements),
  };
}

function maskedLeaf(
  leaf: string | number,
  place: Place,
): { readonly kind: PersonalKind; readonly value: string | number } | undefined {
  if (typeof leaf === 'number') {
    const kind = personalKindOfNumber(leaf, place);
    return kind === undefined ? undefined : { kind, value: maskNumber(leaf) };
  }
  const kind = personalKindOf(leaf, place);
  return kind === undefined ? undefined : { kind, value: maskText(leaf, kind) };
}

/** Longer values first: a full name is replaced before the first name in it. */
function replaceWithin(text: string, replacements: ReadonlyMap<string | number, string | number>): string {
  const values = [...replacements].map(([value, masked]) => [String(value), String(masked)] as const);
  return values
    .filter(([value]) => value.trim().length > 1)
    .toSorted(([one], [other]) => other.length - one.length)
    .reduce((all, [value, masked]) => all.replaceAll(value, masked), text);
}

interface Found extends Place {
  readonly field: string;
}

function visit(value: unknown, place: Found, onLeaf: (leaf: string | number, place: Found) => void): void {
  if (typeof value === 'string' || typeof value === 'number') onLeaf(value, place);
  else if (Array.isArray(value)) for (const item of value) visit(item, { ...place, field: `${place.field}[]` }, onLeaf);
  else if (typeof value === 'object' && value !== null) {
    const siblings = Object.keys(value);
    for (const [key, member] of Object.entries(value)) {
      visit(member, { field: inside(place.field, key), names: [...place.names, key], siblings }, onLeaf);
    }
  }
}

type Replace = (leaf: string | number, field: string) => string | number;

function rebuild(value: unknown, field: string, replace: Replace): unknown {
  if (typeof value === 'string' || typeof value === 'number') return replace(value, field);
  if (Array.isArray(value)) return value.map((item) => rebuild(item, `${field}[]`, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, rebuild(member, inside(field, key), replace)]),
  );
}

const inside = (field: string, key: string): string => (field === '' ? key : `${field}.${key}`);
