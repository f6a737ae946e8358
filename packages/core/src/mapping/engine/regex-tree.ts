/** A regular expression without the flags `u` and `v`, as far as it matters for running time and case. */
export type RegexNode =
  | { readonly kind: 'unit'; readonly code: number }
  /** A set of units. Texts in it are classes such as `\w`. */
  | { readonly kind: 'set'; readonly isNegated: boolean; readonly items: readonly (UnitRange | string)[] }
  /** Takes one unit (`.`, `\d`) or none (`^`, `\b`). */
  | { readonly kind: 'escape' | 'assertion'; readonly source: string }
  | { readonly kind: 'group'; readonly opening: string; readonly body: RegexNode }
  /** Look-around. */
  | { readonly kind: 'look'; readonly body: RegexNode }
  | { readonly kind: 'backreference' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly RegexNode[] }
  | RepeatNode;

/** Both ends are included. */
export type UnitRange = readonly [from: number, to: number];

export interface RepeatNode {
  readonly kind: 'repeat';
  readonly body: RegexNode;
  readonly min: number;
  readonly max: number;
  readonly isLazy: boolean;
}

/** @param pattern one that `RegExp` accepts */
export function readRegex(pattern: string): RegexNode {
  return new RegexReader(pattern).choice();
}

class RegexReader {
  readonly #pattern: string;
  readonly #groupCount: number;
  readonly #hasNames: boolean;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
    const bare = pattern.replaceAll(/\\[^]|\[(?:\\[^]|[^\]\\])*\]/g, '');
    this.#groupCount = bare.match(/\((?!\?)|\(\?<(?![=!])/g)?.length ?? 0;
    this.#hasNames = /\(\?<(?![=!])/.test(bare);
  }

  choice(): RegexNode {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', parts: options };
  }

  #sequence(): RegexNode {
    const parts: RegexNode[] = [];
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#next())) parts.push(this.#quantified(this.#atom()));
    return { kind: 'sequence', parts };
  }

  #quantified(body: RegexNode): RegexNode {
    const [written, least, comma, most] = this.#match(/[*+?]|\{(\d+)(,?)(\d*)\}/y) ?? [];
    if (written === undefined) return body;
    const min = written === '+' ? 1 : Number(least ?? 0);
    const max = written === '?' ? 1 : least === undefined ? Infinity : rangeEnd(min, comma, most);
    return { kind: 'repeat', body, min, max, isLazy: this.#take('?') };
  }

  #atom(): RegexNode {
    const look = this.#match(/\(\?<?[=!]/y);
    if (look !== undefined) return { kind: 'look', body: this.#body() };
    const opening = this.#match(/\((?:\?(?:[a-z-]*:|<[^>]*>))?/y)?.[0];
    if (opening !== undefined) return { kind: 'group', opening, body: this.#body() };
    const assertion = this.#match(/[$^]|\\[bB]/y)?.[0];
    if (assertion !== undefined) return { kind: 'assertion', source: assertion };
    const escape = this.#match(/\.|\\[dDwWsS]/y)?.[0];
    if (escape !== undefined) return { kind: 'escape', source: escape };
    if (this.#take('[')) return this.#set();
    if (this.#isBackreference()) return { kind: 'backreference' };
    return { kind: 'unit', code: this.#unit() };
  }

  #body(): RegexNode {
    const body = this.choice();
    this.#take(')');
    return body;
  }

  /** Numbers beyond the last group are octal codes or digits. */
  #isBackreference(): boolean {
    if (this.#hasNames && this.#match(/\\k<[^>]*>/y) !== undefined) return true;
    const start = this.#at;
    const number = this.#match(/\\([1-9]\d*)/y)?.[1];
    if (number !== undefined && Number(number) <= this.#groupCount) return true;
    this.#at = start;
    return false;
  }

  #set(): RegexNode {
    const isNegated = this.#take('^');
    const items: (UnitRange | string)[] = [];
    while (this.#at < this.#pattern.length && !this.#take(']')) {
      const from = this.#setItem();
      if (this.#next() !== '-' || this.#pattern.charAt(this.#at + 1) === ']') items.push(rangeOf(from, from));
      else {
        this.#at += 1;
        const to = this.#setItem();
        if (typeof from === 'number' && typeof to === 'number') items.push([from, to]);
        else items.push(rangeOf(from, from), [hyphen, hyphen], rangeOf(to, to));
      }
    }
    return { kind: 'set', isNegated, items };
  }

  #setItem(): number | string {
    if (this.#match(/\\b/y) !== undefined) return 8;
    return this.#match(/\\[dDwWsS]/y)?.[0] ?? this.#unit();
  }

  /** One unit, written as it is or escaped. */
  #unit(): number {
    const hex = this.#match(/\\x([\da-fA-F]{2})|\\u([\da-fA-F]{4})/y);
    if (hex !== undefined) return Number.parseInt(hex[1] ?? hex[2] ?? '', 16);
    const octal = this.#match(/\\([0-3][0-7]{0,2}|[4-7][0-7]?)/y)?.[1];
    if (octal !== undefined) return Number.parseInt(octal, 8);
    const control = this.#match(/\\c([A-Za-z])/y)?.[1];
    if (control !== undefined) return control.charCodeAt(0) % 32;
    const named = this.#match(/\\([fnrtv])/y)?.[1];
    if (named !== undefined) return { f: 12, n: 10, r: 13, t: 9, v: 11 }[named] ?? 0;
    // A backslash before a c that does not name a control character stands for itself.
    if (this.#next() === '\\' && this.#pattern.charAt(this.#at + 1) !== 'c') this.#at += 1;
    this.#at += 1;
    return this.#pattern.charCodeAt(this.#at - 1);
  }

  #next(): string {
    return this.#pattern.charAt(this.#at);
  }

  #take(character: string): boolean {
    if (this.#next() !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(sticky: RegExp): RegExpExecArray | undefined {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#pattern) ?? undefined;
    if (found !== undefined) this.#at = sticky.lastIndex;
    return found;
  }
}

const hyphen = 0x2d;

function rangeEnd(min: number, comma: string | undefined, most: string | undefined): number {
  if (comma === '') return min;
  return most === '' || most === undefined ? Infinity : Number(most);
}

function rangeOf(from: number | string, to: number | string): UnitRange | string {
  return typeof from === 'number' && typeof to === 'number' ? [from, to] : String(from);
}
