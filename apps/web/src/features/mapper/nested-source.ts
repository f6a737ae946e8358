import type { OutlineObject } from '#features/jsonata/outline.ts';
import { pathName } from '#features/jsonata/path-name.ts';
import { pathWithin } from './source-path.ts';
import type { FieldNode } from './target-fields.ts';

interface NestedInput {
  readonly target: readonly string[];
  readonly targetFields: readonly FieldNode[];
  readonly source: readonly string[];
  readonly sourceFields: readonly FieldNode[];
  /** The objects that the text builds around the target, outermost first. */
  readonly around: readonly OutlineObject[];
}

/** The field to add to the existing text, and its expression, including the inner objects and lists. */
export interface NestedSource {
  readonly path: readonly string[];
  readonly expression: string;
}

/**
 * Maps a source field to a target field that may be inside lists. A field in a target list is built once per item of
 * the source's list: `lines.name` from `LineItems.Name` gives `"lines": [LineItems.{ "name": Name }]`.
 */
export function nestedSource(input: NestedInput): NestedSource {
  const { target, around } = input;
  const depth = Math.min(around.at(-1)?.path.length ?? 0, target.length - 1);
  const entered = enteredNames(input);
  const read = (length: number): string => pathWithin(around, input.source.slice(0, length));
  return { path: target.slice(0, depth + 1), expression: valueOf(input, depth, entered, read) };
}

/**
 * The value of the target field at `index`. The first `entered` names of the source path lead to the item from which
 * `read` reads.
 */
function valueOf(input: NestedInput, index: number, entered: number, read: (length: number) => string): string {
  const { target, targetFields, source, sourceFields } = input;
  const isTargetList = isListAt(targetFields, target.slice(0, index + 1));
  const list = firstList(input, entered);
  if (index === target.length - 1) {
    const isList = list === undefined && isListAt(sourceFields, source);
    return isTargetList && !isList ? `[${read(source.length)}]` : read(source.length);
  }
  const object = (start: number, readInside: typeof read): string =>
    `{ ${JSON.stringify(target[index + 1])}: ${valueOf(input, index + 1, start, readInside)} }`;
  if (!isTargetList) return object(entered, read);
  if (list === undefined) return `[${object(entered, read)}]`;
  const readItem = (length: number): string => source.slice(list, length).map(pathName).join('.') || '$';
  return `[${read(list)}.${object(list, readItem)}]`;
}

/** How many names of the source path lead to the outermost list that is not entered yet. */
function firstList({ source, sourceFields }: NestedInput, entered: number): number | undefined {
  for (let length = entered + 1; length < source.length; length += 1) {
    if (isListAt(sourceFields, source.slice(0, length))) return length;
  }
  return undefined;
}

/** How many names of the source path lead to the item for which the surrounding objects are built. */
function enteredNames({ source, around }: NestedInput): number {
  for (let length = source.length; length > 0; length -= 1) {
    if (/^\$\w*$/.test(pathWithin(around, source.slice(0, length)))) return length;
  }
  return 0;
}

function isListAt(fields: readonly FieldNode[], [name, ...rest]: readonly string[]): boolean {
  const node = fields.find((field) => field.path.at(-1) === name);
  if (node === undefined) return false;
  return rest.length === 0 ? node.isList : isListAt(node.children, rest);
}
