import { matchBrackets, nameOf, significantTokens, type Token } from './tokenize.ts';

/** One field of the result as the text builds it. Offsets are zero-based into the text. */
export interface OutlineEntry {
  readonly name: string;
  /** Names from the top of the result. */
  readonly path: readonly string[];
  readonly key: Span;
  /** The expression without blanks around it; empty (`from === to`) when nothing is written yet. */
  readonly value: Span;
  /** Fields inside when the value is an object, or a list built as `path.{ … }`. */
  readonly object?: OutlineObject | undefined;
}

export interface OutlineObject {
  readonly path: readonly string[];
  /** From the opening brace to behind the closing one. */
  readonly span: Span;
  /** True when it is built once per item of a list. */
  readonly isEach: boolean;
  readonly entries: readonly OutlineEntry[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What can be told of a mapping's result from its text alone; `object` is absent when it is no plain object. */
export interface MappingOutline {
  readonly object?: OutlineObject | undefined;
}

/**
 * Reads which target fields a JSONata text builds, and where each stands. Understood are an object, an object at the
 * end of a block `( …; { … } )`, objects inside, and lists built as `path.{ … }`; anything else is left as it is.
 */
export function readOutline(text: string): MappingOutline {
  const reader = new OutlineReader(significantTokens(text));
  return { object: reader.result() };
}

/** Every entry, containers before what they hold. */
export function outlineEntries(object: OutlineObject | undefined): OutlineEntry[] {
  return (object?.entries ?? []).flatMap((entry) => [entry, ...outlineEntries(entry.object)]);
}

/** The innermost object whose braces stand around an offset. */
export function objectAt({ object }: MappingOutline, offset: number): OutlineObject | undefined {
  if (object === undefined || offset <= object.span.from || offset > object.span.to - 1) return undefined;
  for (const entry of object.entries) {
    const inner = entry.object === undefined ? undefined : objectAt({ object: entry.object }, offset);
    if (inner !== undefined) return inner;
  }
  return object;
}

/** The deepest entry at or around an offset: the field the caret is in. */
export function entryAt(outline: MappingOutline, offset: number): OutlineEntry | undefined {
  return outlineEntries(outline.object).findLast(({ key, value }) => key.from <= offset && offset <= value.to);
}

/** Token indexes; `end` is behind the last one. */
interface Range {
  readonly start: number;
  readonly end: number;
}

class OutlineReader {
  readonly #tokens: readonly Token[];
  readonly #partners: ReadonlyMap<number, number>;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#partners = matchBrackets(tokens);
  }

  result(): OutlineObject | undefined {
    let range: Range = { start: 0, end: this.#tokens.length };
    while (this.#text(range.start) === '(' && this.#partners.get(range.start) === range.end - 1) {
      const parts = this.#split({ start: range.start + 1, end: range.end - 1 }, ';');
      const last = parts.findLast(({ start, end }) => end > start);
      if (last === undefined) return undefined;
      range = last;
    }
    return this.#objectOf(range, []);
  }

  #objectOf(range: Range, path: readonly string[]): OutlineObject | undefined {
    const { start, end } = range;
    if (this.#text(start) === '[' && this.#partners.get(start) === end - 1) {
      const inner = this.#objectOf({ start: start + 1, end: end - 1 }, path);
      return inner === undefined ? undefined : { ...inner, isEach: true };
    }
    const close = this.#text(end - 1) === ']' && this.#partners.get(end - 1) === end - 2 ? end - 3 : end - 1;
    const open = this.#partners.get(close);
    if (this.#text(close) !== '}' || open === undefined) return undefined;
    const isWhole = open === start;
    if (!isWhole && (this.#text(open - 1) !== '.' || !this.#isPath({ start, end: open - 1 }))) return undefined;
    return {
      path,
      span: { from: this.#tokens[open]?.from ?? 0, to: this.#tokens[close]?.to ?? 0 },
      isEach: !isWhole,
      entries: this.#entries({ start: open + 1, end: close }, path),
    };
  }

  #entries(range: Range, path: readonly string[]): OutlineEntry[] {
    return this.#split(range, ',').flatMap((part) => {
      const key = this.#tokens[part.start];
      if (key?.type !== 'string' || this.#text(part.start + 1) !== ':') return [];
      const name = nameOf(key);
      const here = [...path, name];
      const value: Range = { start: part.start + 2, end: part.end };
      return [
        {
          name,
          path: here,
          key: { from: key.from, to: key.to },
          value: this.#span(value, this.#tokens[part.start + 1]?.to ?? key.to),
          object: this.#objectOf(value, here),
        },
      ];
    });
  }

  /** Parts between separators of this level. */
  #split({ start, end }: Range, separator: string): Range[] {
    const parts: Range[] = [];
    let from = start;
    for (let index = start; index < end; index += 1) {
      const partner = this.#partners.get(index);
      if (this.#tokens[index]?.type === 'open' && partner !== undefined) index = Math.min(partner, end - 1);
      else if (this.#text(index) === separator) {
        parts.push({ start: from, end: index });
        from = index + 1;
      }
    }
    return [...parts, { start: from, end }];
  }

  /** Names, dots, predicates and calls only: no operator of lower binding stands before the object. */
  #isPath({ start, end }: Range): boolean {
    for (let index = start; index < end; index += 1) {
      const token = this.#tokens[index];
      const partner = this.#partners.get(index);
      if (token?.type === 'open' && partner !== undefined) index = partner;
      else if (token?.type !== 'name' && token?.type !== 'variable' && token?.text !== '.' && token?.text !== '^') {
        return false;
      }
    }
    return true;
  }

  #span({ start, end }: Range, fallback: number): Span {
    const first = this.#tokens[start];
    const last = this.#tokens[end - 1];
    return first === undefined || last === undefined || end <= start
      ? { from: fallback, to: fallback }
      : { from: first.from, to: last.to };
  }

  #text(index: number): string {
    return this.#tokens[index]?.text ?? '';
  }
}
