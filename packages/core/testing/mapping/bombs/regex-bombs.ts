import { limit, type Bomb } from './bomb.ts';

const refused = limit;
const manyAs = (): unknown => ({ text: `${'a'.repeat(50)}!` });
const moreAs = (): unknown => ({ text: `${'a'.repeat(100_000)}!` });

/** Regular expressions for which a backtracking engine tries exponentially or quadratically many alternatives. */
export const regexBombs: readonly Bomb[] = [
  ...[
    '^(a+)+$',
    '^(a|aa)+$',
    '^(a|a)*$',
    '^(a*)*$',
    '(a*)*b',
    '^(a+)+$/i',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(a?){30}a{30}$',
    '^(a{1,30}){1,30}$',
    '^((a{0,30}){0,30}){0,30}$',
    '^(\\w+\\s?)*$',
    '^(?:(?:a+)+b|(?:a+)+c)$',
    '^(?<x>a+)+$',
    '^(a+)+$/m',
    '^(?:a+?)+?$',
    '^(.*a){25}b$',
    '^(a+)+(?=b)',
    '^(?=(a+)+$)b',
    '^(?!(a+)+$)!',
    '(a+)+\\1$',
    '^(a+)(\\1)+$',
    '(?:a{1000}){1000}',
    '((a{0,1000}){0,1000}){0,1000}b',
  ].map((pattern): Bomb => ({
    name: `/${pattern}`,
    text: `$match(text, /${pattern.includes('/') ? pattern : `${pattern}/`})[0].index`,
    input: manyAs,
    gives: undefined,
    ends: refused,
  })),
  ...['a*a*a*a*a*b', '.*.*.*=.*', '(.*)*=', '^\\s+|\\s+$|a+$', 'a+$', '(a|b|ab)*c', '[^x]*x', 'a.*b.*c'].map(
    (pattern): Bomb => ({
      name: `/${pattern}/ on 100,000 characters`,
      text: `$contains(text, /${pattern}/)`,
      input: moreAs,
      gives: false,
      ends: refused,
    }),
  ),
  {
    name: 'split by nested quantifiers',
    text: '$count($split(text, /(a+)+b/))',
    input: manyAs,
    gives: 1,
    ends: refused,
  },
  {
    name: 'replace by nested quantifiers',
    text: '$replace(text, /(a+)+b/, "") = text',
    input: manyAs,
    gives: true,
    ends: refused,
  },
  { name: 'called as a function', text: '/^(a+)+$/(text).match', input: manyAs, gives: undefined, ends: refused },
  { name: 'given to a function', text: '$filter([text], /^(a+)+$/)', input: manyAs, gives: undefined, ends: refused },
  {
    name: 'matched for ever',
    text: '($r := /a/; $replace("aab", $r, function() { $match("a", $r).match }))',
    ends: limit,
    gives: 'aab',
  },
];
