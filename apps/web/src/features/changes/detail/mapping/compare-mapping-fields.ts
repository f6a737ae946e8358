import {
  pathName,
  readField,
  readOutline,
  readTree,
  sentenceOf,
  type OutlineEntry,
  type OutlineObject,
} from '@throughline/core/mapping/fields';
import { isTrivia, type Token } from '@throughline/core/mapping/syntax';

/** How a target field gets its value in one version. */
export interface FieldText {
  readonly expression: string;
  /** The same in plain words; absent for a part that is no single field. */
  readonly sentence?: string;
}

export interface FieldTextChange {
  /** `lines[].amount`; `otherParts` for everything outside of fields. */
  readonly field: string;
  readonly effect: 'added' | 'removed' | 'changed' | 'same';
  readonly before?: FieldText;
  readonly after?: FieldText;
}

export interface MappingFieldChanges {
  /** Those that are the same too. */
  readonly fields: readonly FieldTextChange[];
  /** What differs although no field does. */
  readonly rest: 'nothing' | 'layout' | 'order';
}

/** Stands for the variables and functions that a text defines around its fields. */
export const otherParts = '@around';

/**
 * The target fields of two texts, in the order of the new one; removed ones come last. Layout, comments and quotes do not
 * count. A list or object has a row of its own for what is around its fields. Without an old text, every field is new.
 */
export const compareMappingFields = (before: string | undefined, after: string): MappingFieldChanges => {
  const was = before === undefined ? new Map<string, Part>() : partsOf(before);
  const is = partsOf(after);
  const fields = [
    ...[...is].map(([field, now]): FieldTextChange => {
      const earlier = was.get(field);
      if (earlier === undefined) return { field, effect: 'added', after: now.shown() };
      const effect = earlier.meaning === now.meaning ? 'same' : 'changed';
      return { field, effect, before: earlier.shown(), after: now.shown() };
    }),
    ...[...was].flatMap(([field, earlier]): FieldTextChange[] =>
      is.has(field) ? [] : [{ field, effect: 'removed', before: earlier.shown() }],
    ),
  ];
  const isChanged = fields.some(({ effect }) => effect !== 'same');
  return { fields, rest: isChanged || before === undefined ? 'nothing' : restOf(before, after) };
};

const restOf = (before: string, after: string): MappingFieldChanges['rest'] => {
  if (before === after) return 'nothing';
  const wholeOf = (text: string): string => meaningOf(text, [0, text.length]);
  return wholeOf(before) === wholeOf(after) ? 'layout' : 'order';
};

interface Part {
  /** Tokens without layout and comments. */
  readonly meaning: string;
  readonly shown: () => FieldText;
}

type Range = readonly [from: number, to: number];

const partsOf = (text: string): ReadonlyMap<string, Part> => {
  const { object } = readOutline(text);
  const parts = new Map<string, Part>();
  const around = object === undefined ? [[0, text.length] as const] : outside([0, text.length], object);
  const whole = around.map((range) => meaningOf(text, range)).join(' … ');
  if (object === undefined || whole.trim() !== '…') {
    parts.set(otherParts, { meaning: whole, shown: () => ({ expression: shownText(text, around) }) });
  }
  const collect = (inner: OutlineObject, prefix: string): void => {
    for (const entry of inner.entries) {
      const field = prefix === '' ? pathName(entry.name) : `${prefix}.${pathName(entry.name)}`;
      parts.set(uniqueName(parts, field), partOf(text, entry));
      if (entry.object !== undefined) collect(entry.object, entry.object.each === undefined ? field : `${field}[]`);
    }
  };
  if (object !== undefined) collect(object, object.each === undefined ? '' : '[]');
  return parts;
};

/** A field that is written twice counts twice. */
const uniqueName = (parts: ReadonlyMap<string, unknown>, field: string): string => {
  let name = field;
  for (let count = 2; parts.has(name); count += 1) name = `${field} (${count})`;
  return name;
};

/** A field with inner fields is what is around them: its list, and how it is called. */
const partOf = (text: string, { value, object, path }: OutlineEntry): Part => {
  const range = [value.from, value.to] as const;
  if (object === undefined) {
    return {
      meaning: meaningOf(text, range),
      shown: () => ({ expression: text.slice(...range), ...said(text, path) }),
    };
  }
  const around = outside(range, object);
  return {
    meaning: around.map((each) => meaningOf(text, each)).join(' … '),
    shown: () => ({ expression: shownText(text, around) }),
  };
};

const said = (text: string, path: readonly string[]): { sentence?: string } => {
  const form = readField(text, path);
  return form === undefined || form.kind === 'text' ? {} : { sentence: sentenceOf(form) };
};

const outside = ([from, to]: Range, { span }: OutlineObject): Range[] => [
  [from, span.from],
  [Math.min(span.to, to), to],
];

const shownText = (text: string, ranges: readonly Range[]): string =>
  ranges.map((range) => text.slice(...range).trim()).join(ranges.length > 1 ? ' { … } ' : '');

const meaningOf = (text: string, [from, to]: Range): string =>
  readTree(text)
    .tokens.filter((token) => !isTrivia(token) && token.kind !== 'end' && token.start >= from && token.end <= to)
    .map(meaningOfToken)
    .join(' ');

const meaningOfToken = ({ kind, value }: Token): string => JSON.stringify([kind, value]);

/** The target fields that a text builds, under the names that a comparison uses. */
export const fieldsOf = (text: string): readonly string[] => [...partsOf(text).keys()];
