/** A mapping, or data, that is designed to do harm. */
export interface Bomb {
  readonly name: string;
  readonly text: string;
  /** Created outside the measured time. */
  readonly input?: (() => unknown) | undefined;
  /** Error codes with which it may end; `limit` stands for those of all limits. */
  readonly ends?: readonly string[] | undefined;
  /** The correct result, if it may end with one; `undefined` is nothing. */
  readonly gives?: unknown;
  /** `$eval`, `$random` and `$shuffle` are allowed. */
  readonly isImpureAllowed?: true | undefined;
}

export const limit: readonly string[] = [
  'D1011',
  'D1012',
  'D2014',
  'D2015',
  'TOO_MANY_STEPS',
  'TEXT_TOO_LONG',
  'RESULT_TOO_LARGE',
  'REGEX_UNSAFE',
];

/** Created on first use and then kept, because an evaluation does not change its input. */
export function once(make: () => unknown): () => unknown {
  let made: unknown;
  return () => (made ??= make());
}

/** `count` numbers in no particular order. */
export const numbers = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => (index * 7919) % 1_000_003);

export const records = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index,
    name: `name ${(index * 7919) % count}`,
    group: index % 10,
  }));

/** A list in a list in a list, and so on. */
export function deepList(levels: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

/** An object in the field `a` of an object in the field `a` of an object, and so on. */
export function deepObject(levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}
