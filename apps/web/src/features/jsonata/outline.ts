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
  /** Present when it is built once per item of a list. */
  readonly each?: OutlineEach | undefined;
  readonly entries: readonly OutlineEntry[];
}

/** The list an object is built from, item by item. */
export interface OutlineEach {
  /** A variable the list starts at, such as `$deal`; absent when it starts at what bare names read. */
  readonly from?: string | undefined;
  /** Field names that lead to the list; absent when it is computed. */
  readonly list?: readonly string[] | undefined;
  /** The variable that holds the item, in `$map`; otherwise bare names read the item. */
  readonly variable?: string | undefined;
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
 * Reads which target fields a JSONata text builds, and where each stands. Understood are an object, also at the end of
 * a block, in `$compact( … )`, behind a condition or in a variable; objects inside; and lists built as `path.{ … }` or
 * `$map(list, function($item) { … })`. Anything else is left as it is.
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
  const all = [object, ...outlineEntries(object).map((entry) => entry.object)].filter((each) => each !== undefined);
  return smallest(
    all.filter(({ span }) => span.from < offset && offset < span.to),
    ({ span }) => span.to - span.from,
  );
}

/** The deepest entry at or around an offset: the field the caret is in. */
export function entryAt({ object }: MappingOutline, offset: number): OutlineEntry | undefined {
  return smallest(
    outlineEntries(object).filter(({ key, value }) => key.from <= offset && offset <= value.to),
    ({ key, value }) => value.to - key.from,
  );
}

function smallest<Item>(items: readonly Item[], size: (item: Item) => number): Item | undefined {
  return items.toSorted((one, other) => size(one) - size(other))[0];
}

/** Token indexes; `end` is behind the last one. */
interface Range {
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly range: Range;
  readonly each?: OutlineEach | undefined;
}

const maxDepth = 40;

class OutlineReader {
  readonly #tokens: readonly Token[];
  readonly #partners: ReadonlyMap<number, number>;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#partners = matchBrackets(tokens);
  }

  result(): OutlineObject | undefined {
    return this.#objectOf({ start: 0, end: this.#tokens.length }, []);
  }

  #objectOf(range: Range, path: readonly string[], depth = 0): OutlineObject | undefined {
    const found = this.#braces(range, depth);
    if (found === undefined) return undefined;
    const { start, end } = found.range;
    return {
      path,
      span: { from: this.#tokens[start]?.from ?? 0, to: this.#tokens[end - 1]?.to ?? 0 },
      ...(found.each === undefined ? {} : { each: found.each }),
      entries: this.#entries({ start: start + 1, end: end - 1 }, path, depth + 1),
    };
  }

  /** The braces of the object an expression gives, through what may stand around them. */
  #braces(range: Range, depth: number): Found | undefined {
    const { start, end } = range;
    if (end <= start || depth > maxDepth) return undefined;
    const next = depth + 1;
    if (this.#isWhole(range, '{')) return { range };
    if (this.#isWhole(range, '(')) return this.#last({ start: start + 1, end: end - 1 }, next);
    if (this.#isWhole(range, '[')) return this.#single({ start: start + 1, end: end - 1 }, next);
    if (this.#text(start) === '$compact' && this.#isWhole({ start: start + 1, end }, '(')) {
      return this.#braces({ start: start + 2, end: end - 1 }, next);
    }
    if (this.#text(start) === '$map' && this.#isWhole({ start: start + 1, end }, '(')) {
      return this.#mapped({ start: start + 2, end: end - 1 }, next);
    }
    if (end - start === 1 && this.#tokens[start]?.type === 'variable') return this.#assigned(start, next);
    return this.#conditional(range, next) ?? this.#perItem(range, next);
  }

  /** True when the range is one pair of brackets. */
  #isWhole({ start, end }: Range, bracket: string): boolean {
    return this.#text(start) === bracket && this.#partners.get(start) === end - 1;
  }

  /** The last expression of a block. */
  #last(inside: Range, depth: number): Found | undefined {
    const last = this.#split(inside, ';').findLast(({ start, end }) => end > start);
    return last === undefined ? undefined : this.#braces(last, depth);
  }

  /** The only item of an array: `[path.{ … }]` is a list of these, `[{ … }]` of this one. */
  #single(inside: Range, depth: number): Found | undefined {
    const parts = this.#split(inside, ',');
    const found = parts.length === 1 ? this.#braces(inside, depth) : undefined;
    return found?.each === undefined && found !== undefined ? { ...found, each: {} } : found;
  }

  /** `list, function($item) { … }` */
  #mapped(inside: Range, depth: number): Found | undefined {
    const [list, callback] = this.#split(inside, ',');
    if (list === undefined || callback === undefined || this.#text(callback.start) !== 'function') return undefined;
    const body = (this.#partners.get(callback.start + 1) ?? callback.end) + 1;
    if (!this.#isWhole({ start: body, end: callback.end }, '{')) return undefined;
    const found = this.#braces({ start: body + 1, end: callback.end - 1 }, depth);
    const variable = this.#text(callback.start + 2);
    return found && { ...found, each: { ...this.#listOf(list), variable } };
  }

  /** What was assigned to a variable before it is used here. */
  #assigned(use: number, depth: number): Found | undefined {
    const name = this.#text(use);
    for (let index = use - 1; index > 0; index -= 1) {
      if (this.#text(index) !== ':=' || this.#text(index - 1) !== name) continue;
      const [value] = this.#split({ start: index + 1, end: use }, ';');
      return value === undefined ? undefined : this.#braces(value, depth);
    }
    return undefined;
  }

  /** `condition ? object : other`, with the object on either side. */
  #conditional(range: Range, depth: number): Found | undefined {
    const [condition, ...rest] = this.#split(range, '?');
    const [first] = rest;
    if (condition === undefined || first === undefined) return undefined;
    const [then, otherwise] = this.#split({ start: first.start, end: range.end }, ':');
    return (then && this.#braces(then, depth)) ?? (otherwise && this.#braces(otherwise, depth));
  }

  /** `path.{ … }`, `path.( …; { … } )`, also with `[]` behind. */
  #perItem({ start, end }: Range, depth: number): Found | undefined {
    const close = this.#text(end - 1) === ']' && this.#partners.get(end - 1) === end - 2 ? end - 3 : end - 1;
    const open = this.#partners.get(close);
    if (open === undefined || open <= start || this.#text(open - 1) !== '.') return undefined;
    const list: Range = { start, end: open - 1 };
    if (!this.#isPath(list)) return undefined;
    const inside: Range = { start: open, end: close + 1 };
    const found = this.#text(open) === '{' ? { range: inside } : this.#braces(inside, depth);
    return found && { ...found, each: this.#listOf(list) };
  }

  #listOf({ start, end }: Range): OutlineEach {
    const first = this.#tokens[start];
    const from = first?.type === 'variable' ? first.text : undefined;
    if (!this.#isPath({ start, end })) return {};
    const names: string[] = [];
    for (let index = start; index < end; index += 1) {
      const token = this.#tokens[index];
      if (token?.type === 'open') index = this.#partners.get(index) ?? index;
      else if (token?.type === 'name') names.push(nameOf(token));
    }
    return { ...(from === undefined ? {} : { from }), list: names };
  }

  #entries(range: Range, path: readonly string[], depth: number): OutlineEntry[] {
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
          object: this.#objectOf(value, here, depth),
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
