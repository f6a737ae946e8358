import { randomInt } from 'node:crypto';

/** Letters and digits that nobody confuses on paper: neither I, l and 1 nor O, o and 0 are among them. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const codes = 10;
const groups = 3;
const groupLength = 4;

/** New recovery codes, such as `k7mw-3fqa-x9bd`. */
export const recoveryCodes = (): string[] => Array.from({ length: codes }, code);

const code = (): string => Array.from({ length: groups }, group).join('-');

const group = (): string =>
  Array.from({ length: groupLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
