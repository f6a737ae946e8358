import { typeName } from './value.ts';

/** The values that a sentence can mention. */
export interface SentenceWords {
  readonly token?: string | undefined;
  readonly value?: unknown;
  readonly otherValue?: unknown;
  readonly index?: number | undefined;
  /** Plural of what a list should contain, `numbers`. */
  readonly type?: string | undefined;
}

/**
 * What the codes of the language mean, for the person who wrote the mapping. The codes are the reference's (see
 * docs.jsonata.org). Codes of single builtins are worded where they are thrown.
 */
const sentences = {
  T0410: ({ index, token, value }) => `${ordinal(index)} ${ofCall(token)} cannot be ${described(value)}.`,
  T0411: ({ index, token, value }) =>
    `${ordinal(index)} ${ofCall(token)} is missing, and the context, ${described(value)}, cannot stand in for it.`,
  T0412: ({ index, token, type }) =>
    `${ordinal(index)} ${ofCall(token)} must be a list of ${type ?? 'values of one type'}.`,
  D1001: ({ value }) => `${String(value)} is not a finite number; was something divided by zero?`,
  D1002: ({ value }) => `Only numbers can be negated, not ${described(value)}.`,
  T1003: ({ value }) => `A field's name must be text, not ${described(value)}.`,
  D1004: () => 'This regular expression matches the empty text, so going through its matches would never end.',
  T1005: ({ token }) => `"${token}" is a field here, not a function. Did you mean $${token}?`,
  T1006: () => 'This is not a function, so it cannot be called.',
  T1007: ({ token }) => `"${token}" is a field here, not a function. Did you mean $${token}?`,
  T1008: () => 'This is not a function, so no arguments can be set for it.',
  D1009: ({ value }) => `Two entries of this object give the same name, ${preview(value)}.`,
  D1011: ({ value }) => `Functions call each other more than ${String(value)} levels deep.`,
  D1013: ({ value }) => `The field name ${preview(value)} is reserved by the language.`,
  T2001: ({ token, value }) => `The left side of "${token}" must be a number, not ${described(value)}.`,
  T2002: ({ token, value }) => `The right side of "${token}" must be a number, not ${described(value)}.`,
  T2003: ({ value }) => `A range must begin with a whole number, not ${described(value)}.`,
  T2004: ({ value }) => `A range must end with a whole number, not ${described(value)}.`,
  T2006: ({ value }) => `The right side of "~>" must be a function, not ${described(value)}.`,
  T2007: ({ value, otherValue }) =>
    `Sorting compares ${described(value)} with ${described(otherValue)}, which have no common order.`,
  T2008: ({ value }) => `Only texts and numbers can be sorted by, not ${described(value)}.`,
  T2009: ({ token, value, otherValue }) =>
    `"${token}" compares ${described(value)} with ${described(otherValue)}; both must be texts or both numbers.`,
  T2010: ({ token, value }) => `"${token}" compares texts or numbers, not ${described(value)}.`,
  T2011: ({ value }) => `A transform needs an object whose fields it sets, not ${described(value)}.`,
  T2012: ({ value }) => `What a transform removes must be field names, not ${described(value)}.`,
  T2013: () => 'A transform copies with $clone, which is bound to something that is not a function here.',
  D2014: ({ value }) => `This range would hold ${String(value)} numbers; at most 10 million are allowed.`,
  D3001: ({ value }) => `${String(value)} has no text, because it is not a finite number.`,
  D3120: ({ value }) => `The text given to $eval is not a mapping. ${String(value)}`,
  D3121: ({ value }) => `What $eval was given could not be evaluated. ${String(value)}`,
  UNSAFE_KEY: ({ value }) => `A field must not be called ${preview(value)}. Choose another name.`,
} as const satisfies Readonly<Record<string, (words: SentenceWords) => string>>;

export type SentenceCode = keyof typeof sentences;

export function sentenceFor(code: SentenceCode, words: SentenceWords): string {
  const sentence: (words: SentenceWords) => string = sentences[code];
  return sentence(words);
}

function ordinal(index: number | undefined): string {
  return index === undefined ? 'An argument' : `Argument ${index}`;
}

function ofCall(token: string | undefined): string {
  return token === undefined ? 'of this function' : `of $${token}`;
}

const longestPreview = 40;

/** `the number 5`, `a list`. */
function described(value: unknown): string {
  switch (typeName(value)) {
    case 'string':
      return `the text ${preview(value)}`;
    case 'number':
    case 'boolean':
      return `the ${typeof value} ${String(value)}`;
    case 'null':
      return 'null';
    case 'array':
      return 'a list';
    case 'object':
      return 'an object';
    case 'function':
      return 'a function';
    case 'undefined':
      return 'missing';
  }
}

function preview(value: unknown): string {
  const text = String(value);
  return JSON.stringify(text.length > longestPreview ? `${text.slice(0, longestPreview)}…` : text);
}
