import { maskText } from './mask-text.ts';
import { personalKindOf, type PersonalKind } from './personal-kind.ts';

/** A field that holds personal data, wherever it repeats: `account.contacts[].email`. */
export interface PersonalField {
  readonly field: string;
  readonly kind: PersonalKind;
  /** The first value found there, and what takes its place. */
  readonly value: string;
  readonly masked: string;
}

export interface Masked {
  readonly value: unknown;
  /** Everything that was found, fields that are kept included. */
  readonly fields: readonly PersonalField[];
}

/**
 * Replaces personal data in a record by invented values of the same format. The replacement depends on the original
 * alone, so equal values stay equal and joins between lists still hold. A value that was found in one field is replaced
 * in every other field too, also where the other field's name says nothing.
 */
export function maskPersonalData(value: unknown, kept: ReadonlySet<string> = new Set()): Masked {
  const found: PersonalField[] = [];
  const replacements = new Map<string, string>();
  visit(value, [], [], '', (text, place) => {
    const kind = personalKindOf(text, place);
    if (kind === undefined) return;
    const masked = maskText(text, kind);
    if (!found.some(({ field }) => field === place.field))
      found.push({ field: place.field, kind, value: text, masked });
    if (!kept.has(place.field)) replacements.set(text, masked);
  });
  const replace = (text: string, field: string): string => (kept.has(field) ? text : (replacements.get(text) ?? text));
  return { value: rebuild(value, '', replace), fields: found };
}

interface Found {
  readonly field: string;
  readonly names: readonly string[];
  readonly siblings: readonly string[];
}

function visit(
  value: unknown,
  names: readonly string[],
  siblings: readonly string[],
  field: string,
  onText: (text: string, found: Found) => void,
): void {
  if (typeof value === 'string') onText(value, { field, names, siblings });
  else if (Array.isArray(value)) for (const item of value) visit(item, names, siblings, `${field}[]`, onText);
  else if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value);
    for (const [key, member] of Object.entries(value)) {
      visit(member, [...names, key], keys, field === '' ? key : `${field}.${key}`, onText);
    }
  }
}

function rebuild(value: unknown, field: string, replace: (text: string, field: string) => string): unknown {
  if (typeof value === 'string') return replace(value, field);
  if (Array.isArray(value)) return value.map((item) => rebuild(item, `${field}[]`, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      rebuild(member, field === '' ? key : `${field}.${key}`, replace),
    ]),
  );
}
