import { badArgument } from './bad-argument.ts';
import { dateTokens, type DateToken } from './date-tokens.ts';
import { shownValue } from './shown-value.ts';

/** Letters with a meaning, or a literal text. */
export type PatternPart = DateToken | string;

const maxPatternLength = 60;
const known = new Map<string, readonly PatternPart[]>();
const maxKnown = 200;

/**
 * A pattern such as `dd.MM.yyyy HH:mm`. Letters in single quotes are literal, and two single quotes stand for one.
 * @throws EvaluationFailure BAD_ARGUMENT for other letters
 */
export function datePattern(pattern: string, functionName: string): readonly PatternPart[] {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  if (pattern.length > maxPatternLength) {
    throw badArgument(`$${functionName} takes patterns of at most ${maxPatternLength} characters.`, pattern);
  }
  const parts = (pattern.match(/''|'[^']*'|([A-Za-z])\1*|[^A-Za-z']+|'/g) ?? []).map((piece) =>
    partOf(piece, pattern, functionName),
  );
  if (known.size >= maxKnown) known.clear();
  known.set(pattern, parts);
  return parts;
}

function partOf(piece: string, pattern: string, functionName: string): PatternPart {
  if (piece === "''") return "'";
  if (piece.length > 1 && piece.startsWith("'")) return piece.slice(1, -1);
  if (/^[^A-Za-z']/.test(piece)) return piece;
  const token = dateTokens.get(piece);
  if (token !== undefined) return token;
  throw badArgument(
    `$${functionName} cannot read ${shownValue(piece)} in the pattern ${shownValue(pattern)}. ` +
      `It knows ${[...dateTokens.keys()].join(' ')}; put other letters in single quotes.`,
    pattern,
  );
}
