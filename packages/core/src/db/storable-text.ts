import { createHash } from 'node:crypto';

/** Longest key that is stored as it is. An index cannot hold entries of unlimited length. */
export const maxKeyLength = 500;

/** A text without the characters that PostgreSQL cannot store: NUL and halves of surrogate pairs. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

/** A key that an index can hold. Keys that differ still differ afterwards, because a changed one ends with its hash. */
export function storableKey(key: string): string {
  if (key.length <= maxKeyLength && storableText(key) === key) return key;
  // JSON writes halves of surrogate pairs as escapes, which UTF-8 could not tell apart.
  const hash = createHash('sha256').update(JSON.stringify(key)).digest('hex');
  return `${storableText(key.slice(0, maxKeyLength - 100))}:${hash}`;
}

/** A text for people beside a key, cut when it is too long. */
export const storableLabel = (label: string): string =>
  label.length <= maxKeyLength ? storableText(label) : `${storableText(label.slice(0, maxKeyLength - 1))}…`;
