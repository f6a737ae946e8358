import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { badArgument } from './bad-argument.ts';
import { canonicalJson } from './canonical-json.ts';
import type { MappingFunction } from './function-definition.ts';

const maxLength = 64;

export const hash = {
  name: 'hash',
  signature: '<xn?:s>',
  parameters: ['value', 'length?'],
  summary:
    'A fingerprint of any data: the SHA-256 of its JSON in the canonical form of RFC 8785, as 64 hex digits or the first `length` (8 to 64). The order of fields does not matter, that of a list does.',
  examples: [
    { expression: '$hash("Acme")', result: '8d4f6c2a5c4e4b94b3dbaa65808d2325060f4d4b6ac32eb11e1a423f1ddf0a5a' },
    { expression: '$hash({"b": 1, "a": [true, null]}, 12) = $hash({"a": [true, null], "b": 1.0}, 12)', result: true },
    { expression: '$hash([1, 2]) = $hash([2, 1])', result: false },
    { expression: '$hash(null, 8)', result: '74234e98' },
    { expression: '$hash(missing)', input: {} },
    { expression: '$hash($sum)', error: 'BAD_ARGUMENT' },
    { expression: '$hash("Acme", 3)', error: 'BAD_ARGUMENT' },
    { expression: '$hash("Acme", "8")', error: 'T0410' },
  ],
  implementation(context, value: unknown, length: number = maxLength) {
    if (value === undefined) return undefined;
    if (!Number.isInteger(length) || length < 8 || length > maxLength) {
      throw badArgument(`$hash gives 8 to ${maxLength} hex digits, not ${length}.`, length);
    }
    const bytes = utf8ToBytes(canonicalJson(value, context, 'hash'));
    context.spend(bytes.length >> 2);
    return bytesToHex(sha256(bytes)).slice(0, length);
  },
} satisfies MappingFunction;
