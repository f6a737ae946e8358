/**
 * Computes for each offset of a text where a part that starts there ends, if it takes as much as the following parts
 * allow; -1 where they do not match. It works from the last part to the first, so that nothing is tried twice. The
 * regular expression that the reference builds takes exponential time for `[Y][M][D]…` and many digits.
 */
type Ends = Int32Array;

/** A piece of a pattern. */
export interface Part {
  /** Gives the end of the longest match that starts at an offset, whatever follows it; -1 if there is none. */
  take(text: string, at: number): number;
  /** @param next ends of the following part */
  ends(text: string, next: Ends): Ends;
}

/** Possible lengths at an offset, in the order in which they are tried. */
export type Choice = (text: string, at: number) => readonly number[];

/** Offsets at which the parts end that together match the whole text; undefined if they do not. */
export function matchParts(text: string, parts: readonly Part[]): number[] | undefined {
  return matchAtOnce(text, parts) ?? matchEveryWay(text, parts);
}

/** Usually the first alternative is the right one. */
function matchAtOnce(text: string, parts: readonly Part[]): number[] | undefined {
  const offsets: number[] = [];
  let at = 0;
  for (const part of parts) {
    at = part.take(text, at);
    if (at < 0) return undefined;
    offsets.push(at);
  }
  return at === text.length ? offsets : undefined;
}

function matchEveryWay(text: string, parts: readonly Part[]): number[] | undefined {
  let next: Ends = new Int32Array(text.length + 1).fill(-1);
  next[text.length] = text.length;
  const rows = parts.toReversed().map((part) => (next = part.ends(text, next)));
  const offsets: number[] = [];
  let at = 0;
  for (const ends of rows.toReversed()) {
    at = ends[at] ?? -1;
    if (at < 0) return undefined;
    offsets.push(at);
  }
  return at === text.length ? offsets : undefined;
}

export function once(choice: Choice): Part {
  return {
    take(text, at) {
      const [length] = choice(text, at);
      return length === undefined ? -1 : at + length;
    },
    ends: (text, next) =>
      endsOf(text, (at) => {
        const length = choice(text, at).find((candidate) => isEnd(next, at + candidate));
        return length === undefined ? -1 : at + length;
      }),
  };
}

export function oneOrMore(choice: Choice): Part {
  return {
    take(text, at) {
      let end = at;
      for (let [length] = choice(text, end); length !== undefined; [length] = choice(text, end)) end += length;
      return end === at ? -1 : end;
    },
    ends: (text, next) =>
      endsOf(text, (at, own) => {
        for (const length of choice(text, at)) {
          const end = at + length;
          if (isEnd(own, end)) return own[end] ?? -1;
          if (isEnd(next, end)) return end;
        }
        return -1;
      }),
  };
}

/** Matches exactly this many single units. */
export function exactly(count: number, isOne: (unit: number) => boolean): Part {
  return {
    take(text, at) {
      if (at + count > text.length) return -1;
      for (let index = at; index < at + count; index += 1) if (!isOne(text.charCodeAt(index))) return -1;
      return at + count;
    },
    ends(text, next) {
      let row = 0;
      return endsOf(text, (at) => {
        row = at < text.length && isOne(text.charCodeAt(at)) ? row + 1 : 0;
        return row >= count && isEnd(next, at + count) ? at + count : -1;
      });
    },
  };
}

/** Several parts as one. */
export function inSequence(...parts: readonly Part[]): Part {
  return {
    take: (text, at) => parts.reduce((end, part) => (end < 0 ? end : part.take(text, end)), at),
    ends(text, next) {
      const rows: Ends[] = [];
      for (const part of parts.toReversed()) rows.unshift(part.ends(text, rows[0] ?? next));
      return endsOf(text, (at) => rows.reduce((end, ends) => (end < 0 ? end : (ends[end] ?? -1)), at));
    },
  };
}

export function literal(...texts: readonly string[]): Choice {
  return (text, at) => texts.filter((candidate) => text.startsWith(candidate, at)).map(({ length }) => length);
}

export function unit(isOne: (unit: number) => boolean): Choice {
  return (text, at) => (at < text.length && isOne(text.charCodeAt(at)) ? one : none);
}

const one: readonly number[] = [1];
const none: readonly number[] = [];

function endsOf(text: string, endAt: (at: number, own: Ends) => number): Ends {
  const own = new Int32Array(text.length + 1).fill(-1);
  for (let at = text.length; at >= 0; at -= 1) own[at] = endAt(at, own);
  return own;
}

const isEnd = (ends: Ends, at: number): boolean => (ends[at] ?? -1) >= 0;
