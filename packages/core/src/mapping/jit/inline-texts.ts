import { quickLength } from './quick-regex.ts';
import { canBe, isOnly, kinds, type Operand } from './operand.ts';

/** JavaScript for a builtin's common case, and the test for it. In all other cases the builtin itself is called. */
export interface Inline {
  readonly test: string;
  readonly code: string;
  readonly kinds: number;
  /** The code may give nothing, which means that it is not the common case. */
  readonly mayFail?: true;
}

/** Longer texts are left to the builtins themselves. */
const maxLength = 1_000;
/** Work on this many characters, a power of two, counts as one step, and so does any shorter text. */
const charactersPerTick = 4;

/** Undefined unless the arguments are of the common case. */
export const inlineTexts: Readonly<Record<string, (args: readonly Operand[]) => Inline | undefined>> = {
  lowercase: ([text, more]) => (more === undefined ? onText(text, (code) => `${code}.toLowerCase()`) : undefined),
  uppercase: ([text, more]) => (more === undefined ? onText(text, (code) => `${code}.toUpperCase()`) : undefined),
  trim: ([text, more]) => (more === undefined ? onText(text, (code) => `trimText(run, ${code})`) : undefined),
  string: ([value, more]) => {
    if (value === undefined || more !== undefined || value.isGathered === true) return undefined;
    const { code } = value;
    return { test: 'true', code: `typeof ${code} === "string" ? ${code} : ${textOrNothing(value)}`, kinds: kinds.text };
  },
  substringBefore: ([text, part, more]) => aroundPart(text, part, more, 'textBefore'),
  substringAfter: ([text, part, more]) => aroundPart(text, part, more, 'textAfter'),
  pad: ([text, width, fill, more]) => {
    const [places, filling] = [width?.literal, fill === undefined ? '' : literalText(fill)];
    if (more !== undefined || typeof places !== 'number' || filling === undefined) return undefined;
    return onText(text, (code) => `padText(run, ${code}, ${width?.code}, ${fill?.code})`);
  },
  contains: ([text, part, more]) => {
    if (more !== undefined) return undefined;
    const regex = part?.regex;
    if (regex !== undefined) {
      const match = onText(text, (code) => `hasMatch(run, ${code}, ${regex.code})`, quickLength);
      return match && { ...match, kinds: kinds.boolean };
    }
    const inline =
      literalText(part) === undefined ? undefined : onText(text, (code) => `${code}.includes(${part?.code})`);
    return inline && { ...inline, kinds: kinds.boolean };
  },
  split: ([text, part, more]) => {
    const isUsual = more === undefined && (literalText(part) ?? '') !== '';
    const inline = isUsual ? onText(text, (code) => `${code}.split(${part?.code})`) : undefined;
    return inline && { ...inline, kinds: kinds.list };
  },
  replace: ([text, part, by, more]) => {
    if (more !== undefined || literalText(by)?.includes('$') !== false) return undefined;
    const regex = part?.regex;
    if (regex?.isNeverEmpty === true) {
      return onText(text, (code) => `replaceMatches(run, ${code}, ${regex.code}, ${by?.code})`, quickLength);
    }
    if (regex !== undefined) return undefined;
    const isUsual = (literalText(part) ?? '') !== '';
    const isGrowing = (literalText(by)?.length ?? 0) > (literalText(part)?.length ?? 0);
    return isUsual && !isGrowing ? onText(text, (code) => `${code}.replaceAll(${part?.code}, ${by?.code})`) : undefined;
  },
  substring: ([text, start, length]) => {
    const [from, count] = [wholeNumber(start), length === undefined ? undefined : wholeNumber(length)];
    if (from === undefined || count === undefined) return undefined;
    const inline = onText(text, (code) => `cutText(${code}, ${from}, ${from + count})`);
    return inline && { ...inline, mayFail: true };
  },
  join: ([texts, separator, more]) => {
    if (texts === undefined || texts.isGathered === true || more !== undefined) return undefined;
    const between = separator === undefined ? '' : literalText(separator);
    if (between === undefined || between.length > 100) return undefined;
    return {
      test: `isAllText(${texts.code})`,
      code: `joinTexts(run, ${texts.code}, ${JSON.stringify(between)})`,
      kinds: kinds.text,
    };
  },
};

function onText(text: Operand | undefined, code: (text: string) => string, longest = maxLength): Inline | undefined {
  if (text === undefined || text.isGathered === true || !canBe(text, kinds.text)) return undefined;
  const isSure = isOnly(text, kinds.text | kinds.missing);
  const isText = isOnly(text, kinds.text)
    ? ''
    : `${isSure ? `${text.code} !== undefined` : `typeof ${text.code} === "string"`} && `;
  const counted = `(run.ticks -= ${text.code}.length >> ${charactersPerTick}, ${code(text.code)})`;
  return { test: `${isText}${text.code}.length <= ${longest}`, code: counted, kinds: kinds.text };
}

/** `$string` of anything but a text. */
function textOrNothing(value: Operand): string {
  const text = `valueText(run, ${value.code})`;
  return canBe(value, kinds.missing) ? `${value.code} === undefined ? undefined : ${text}` : text;
}

function aroundPart(
  text: Operand | undefined,
  part: Operand | undefined,
  more: Operand | undefined,
  name: string,
): Inline | undefined {
  const isUsual = more === undefined && literalText(part) !== undefined;
  return isUsual ? onText(text, (code) => `${name}(${code}, ${part?.code})`) : undefined;
}

function literalText(operand: Operand | undefined): string | undefined {
  return typeof operand?.literal === 'string' ? operand.literal : undefined;
}

function wholeNumber(operand: Operand | undefined): number | undefined {
  const literal = operand?.literal;
  return typeof literal === 'number' && Number.isSafeInteger(literal) && literal >= 0 && literal < 1_000
    ? literal
    : undefined;
}
