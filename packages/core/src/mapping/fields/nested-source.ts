import type { JsonSchema } from '../../connector/json-schema.ts';
import { isList, schemaAt } from '../schema-fields.ts';
import type { OutlineObject } from './outline.ts';
import { pathName } from '../path-name.ts';
import { isItem, pathWithin } from './source-path.ts';

interface NestedInput {
  readonly target: readonly string[];
  readonly targetSchema: JsonSchema;
  readonly source: readonly string[];
  readonly sourceSchema: JsonSchema;
  /** The objects that the text builds around the target, outermost first. */
  readonly around: readonly OutlineObject[];
}

/** The field to add to the existing text, and its expression, including the inner objects and lists. */
export interface NestedSource {
  readonly path: readonly string[];
  readonly expression: string;
}

/** How the innermost field reads the source. */
export interface SourceReading {
  readonly expression: string;
  /** True if it gives a value per item of a list that nothing around the field goes through. */
  readonly isMany: boolean;
  /** True if those values stand in a list of their own in the source, so that they can be used as they are. */
  readonly isWholeList: boolean;
  /** True if the field takes a list. */
  readonly isListWanted: boolean;
}

type WriteReading = (reading: SourceReading) => string;

/**
 * Maps a source field to a target field that may be inside lists. A field in a target list is built once per item of
 * the source's list: `lines.name` from `LineItems.Name` gives `"lines": [LineItems.{ "name": Name }]`.
 *
 * @param write what the innermost field does with what it reads; by default it takes it as it is
 */
export function nestedSource(input: NestedInput, write: WriteReading = asItIs): NestedSource {
  const { target, around } = input;
  const depth = Math.min(around.at(-1)?.path.length ?? 0, target.length - 1);
  const entered = enteredNames(input);
  const read = (length: number): string => pathWithin(around, input.source.slice(0, length));
  return { path: target.slice(0, depth + 1), expression: valueOf({ ...input, write }, depth, entered, read) };
}

const asItIs: WriteReading = ({ expression, isWholeList, isListWanted }) =>
  isListWanted && !isWholeList ? `[${expression}]` : expression;

interface NestedWork extends NestedInput {
  readonly write: WriteReading;
}

/**
 * The value of the target field at `index`. The first `entered` names of the source path lead to the item from which
 * `read` reads.
 */
function valueOf(input: NestedWork, index: number, entered: number, read: (length: number) => string): string {
  const { target, targetSchema, source, sourceSchema } = input;
  const isTargetList = isListAt(targetSchema, target.slice(0, index + 1));
  const list = firstList(input, entered);
  if (index === target.length - 1) {
    const isWholeList = list === undefined && entered < source.length && isListAt(sourceSchema, source);
    return input.write({
      expression: read(source.length),
      isMany: list !== undefined || isWholeList,
      isWholeList,
      isListWanted: isTargetList,
    });
  }
  const object = (start: number, readInside: typeof read): string =>
    `{ ${JSON.stringify(target[index + 1])}: ${valueOf(input, index + 1, start, readInside)} }`;
  if (!isTargetList) return object(entered, read);
  if (list === undefined) return `[${object(entered, read)}]`;
  const readItem = (length: number): string => source.slice(list, length).map(pathName).join('.') || '$';
  return `[${read(list)}.${object(list, readItem)}]`;
}

/** How many names of the source path lead to the outermost list that is not entered yet. */
function firstList({ source, sourceSchema }: NestedInput, entered: number): number | undefined {
  for (let length = entered + 1; length < source.length; length += 1) {
    if (isListAt(sourceSchema, source.slice(0, length))) return length;
  }
  return undefined;
}

/** How many names of the source path lead to the item for which the surrounding objects are built. */
function enteredNames({ source, around }: NestedInput): number {
  for (let length = source.length; length > 0; length -= 1) {
    if (isItem(around, source.slice(0, length))) return length;
  }
  return 0;
}

function isListAt(root: JsonSchema, path: readonly string[]): boolean {
  const schema = schemaAt(root, path);
  return schema !== undefined && isList(schema, root);
}
