/** One parameter of a function signature such as `<a<n>-s?:b>`. */
export interface SignatureParameter {
  /** A type letter (`s n b l o a f j x`), or a choice in parentheses, `(sn)`. */
  readonly type: string;
  /** The declared type of an array's elements, or of a function: the `n` of `a<n>`. */
  readonly subtype: string | undefined;
  /** `-`: when the argument is missing, the context value is used. */
  readonly takesContext: boolean;
  /** The argument types that it accepts, as a regular expression over type letters (`m` is a missing value). */
  readonly pattern: string;
}

export interface Signature {
  /** The signature as written, without white space. */
  readonly definition: string;
  readonly parameters: readonly SignatureParameter[];
}

type Problem = 'S0401' | 'S0402' | 'SIGNATURE_INVALID';

interface Draft {
  type: string;
  subtype: string | undefined;
  takesContext: boolean;
  pattern: string;
}

/**
 * Parses a signature like the reference: unknown characters are skipped, and everything from `:` on is ignored. Letters
 * and their meaning: docs.jsonata.org, "function signature syntax".
 */
export function parseSignature(definition: string): { signature: Signature; problem: Problem | undefined } {
  const drafts: Draft[] = [];
  // Before the first parameter, the reference applies modifiers to a parameter that is never used.
  let last: Draft = { type: '', subtype: undefined, takesContext: false, pattern: '' };
  let problem: Problem | undefined;
  for (let at = 1; at < definition.length && problem === undefined; at += 1) {
    const symbol = definition.charAt(at);
    if (symbol === ':') break;
    const simple = simplePatterns.get(symbol);
    if (simple !== undefined) {
      drafts.push((last = { type: symbol, subtype: undefined, takesContext: false, pattern: simple }));
    } else if (symbol === '-') {
      last.takesContext = true;
      if (!isPattern(last.pattern)) problem = 'SIGNATURE_INVALID';
      last.pattern += '?';
    } else if (symbol === '?' || symbol === '+') {
      last.pattern += symbol;
    } else if (symbol === '(') {
      const close = closingBracket(definition, at, '(', ')');
      const choice = definition.slice(at + 1, close);
      if (choice.includes('<')) problem = 'S0402';
      drafts.push((last = { type: `(${choice})`, subtype: undefined, takesContext: false, pattern: `[${choice}m]` }));
      at = close;
    } else if (symbol === '<') {
      const close = closingBracket(definition, at, '<', '>');
      if (last.type !== 'a' && last.type !== 'f') problem = 'S0401';
      last.subtype = definition.slice(at + 1, close);
      at = close;
    }
  }
  const whole = drafts.map(({ pattern }) => `(${pattern})`).join('');
  if (problem === undefined && !isPattern(`^${whole}$`)) problem = 'SIGNATURE_INVALID';
  return { signature: { definition, parameters: drafts }, problem };
}

const simplePatterns: ReadonlyMap<string, string> = new Map([
  ...['s', 'n', 'b', 'l', 'o'].map((letter) => [letter, `[${letter}m]`] as const),
  ['a', '[asnblfom]'],
  ['f', 'f'],
  ['j', '[asnblom]'],
  ['x', '[asnblfom]'],
]);

function closingBracket(text: string, open: number, opener: string, closer: string): number {
  let depth = 1;
  let at = open;
  while (at < text.length) {
    at += 1;
    const symbol = text.charAt(at);
    if (symbol === opener) depth += 1;
    else if (symbol === closer && (depth -= 1) === 0) break;
  }
  return at;
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
