import { isWithin } from '../field-id.ts';
import type { FieldRef } from '../picking/picking-state.ts';
import type { DrawnLine } from './drawn-lines.ts';
import { lineKey } from './map-lines.ts';

/** What is looked at: a field with everything in it, or one line by its key. */
export type Pointed = { readonly field: FieldRef } | { readonly line: string };

export interface Highlighted {
  /** Keys of lines that are drawn last and strong. */
  readonly lines: ReadonlySet<string>;
  /** Indexes of rows at their ends. */
  readonly sourceRows: ReadonlySet<number>;
  readonly targetRows: ReadonlySet<number>;
}

export function highlighted(lines: readonly DrawnLine[], pointed: Pointed | undefined): Highlighted {
  const found = pointed === undefined ? [] : lines.filter((line) => isPointedAt(line, pointed));
  return {
    lines: new Set(found.map(({ key }) => key)),
    sourceRows: new Set(found.flatMap(({ source }) => source ?? [])),
    targetRows: new Set(found.flatMap(({ target }) => target ?? [])),
  };
}

/** The line to a list stands for what is in the list; the list itself is not what its fields are made of. */
const isPointedAt = ({ lines }: DrawnLine, pointed: Pointed): boolean =>
  'line' in pointed
    ? lines.some((line) => lineKey(line) === pointed.line)
    : lines.some((line) => isWithin(line[pointed.field.side], pointed.field.id));
