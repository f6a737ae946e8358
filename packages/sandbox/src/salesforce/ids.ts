const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Instance part of every id of this org (positions 4 to 6) and the reserved position 7. */
const INSTANCE = 'Hk00';

/** The org's own id. It is a constant, because an org keeps its id for life. */
export const ORG_ID = toId18('00DHk0000000001');

/** The n-th id of a key prefix, 18 characters with the case-folding suffix. */
export function makeId(keyPrefix: string, n: number): string {
  let rest = n;
  let digits = '';
  while (digits.length < 8) {
    digits = (BASE62[rest % 62] ?? '0') + digits;
    rest = Math.floor(rest / 62);
  }
  return toId18(`${keyPrefix}${INSTANCE}${digits}`);
}

/** Adds the three-character suffix that encodes which of the 15 characters are upper case. */
export function toId18(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block += 1) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      const character = id15[block * 5 + index] ?? '';
      if (character >= 'A' && character <= 'Z') bits += 2 ** index;
    }
    suffix += ALPHABET[bits] ?? 'A';
  }
  return id15 + suffix;
}

/** The 18-character form of a well-formed id (15 characters, or 18 with the right suffix), else undefined. */
export function normalizeId(text: string): string | undefined {
  if (!/^(?:[0-9a-zA-Z]{15}|[0-9a-zA-Z]{18})$/.test(text)) return undefined;
  const full = toId18(text.slice(0, 15));
  return text.length === 15 || full === text ? full : undefined;
}
