import type { JsonSchema } from '../../connector/json-schema.ts';
import { placedFields } from '../auto-map/matching/record-side.ts';
import type { Placed } from '../auto-map/evidence/score-pair.ts';
import { recordShape } from '../auto-map/shapes/record-shape.ts';
import { samePath } from '../same-path.ts';
import { fieldsOf, listItems, resolveRef, schemaAt } from '../schema-fields.ts';
import type { GhostSide } from './ghost.ts';

export interface SideInput {
  readonly side: GhostSide;
  readonly schema: JsonSchema;
  readonly former: JsonSchema | undefined;
  readonly samples: readonly unknown[];
  readonly used: readonly (readonly string[])[];
}

/** A field that may take the place of a ghost. */
export interface Candidate {
  /** Names from the object around the ghost inwards. */
  readonly path: readonly string[];
  /** Names from the outermost field inwards. */
  readonly whole: readonly string[];
  readonly schema: JsonSchema;
  /** Absent for an object or a list of objects. */
  readonly placed: Placed | undefined;
  /** Names of its own fields. */
  readonly inner: ReadonlySet<string>;
}

/** Objects deeper inside than this are another matter. */
const maxDepth = 3;
const mostCandidates = 2_000;

/**
 * Fields of the object around a ghost. A source field may also have moved into an object beside it; a target field is a
 * name in an object of the text, so it only gets another name there.
 */
export function candidatesFor(input: SideInput, around: readonly string[]): Candidate[] {
  const { schema: root, side, used } = input;
  const object = schemaAt(root, around);
  if (object === undefined) return [];
  const leaves = leavesOf(object, root);
  const found: Candidate[] = [];
  const visit = (schema: JsonSchema, path: readonly string[]): void => {
    for (const { name, schema: field } of fieldsOf(schema, root)) {
      if (found.length >= mostCandidates) return;
      const here = [...path, name];
      const whole = [...around, ...here];
      const inner = new Set(fieldsOf(field, root).map((each) => each.name));
      const placed = leaves.get(JSON.stringify(here));
      const isOpen = side === 'source' || (field.readOnly !== true && !used.some((other) => samePath(other, whole)));
      if (isOpen) found.push({ path: here, whole, schema: resolveRef(field, root), placed, inner });
      const isObject = inner.size > 0 && listItems(field, root) === undefined;
      if (side === 'source' && isObject && here.length < maxDepth) visit(field, here);
    }
  };
  visit(object, []);
  return found;
}

/** The fields of an object, or of a list's item, as auto-map compares them. */
export function leavesOf(object: JsonSchema, root: JsonSchema): ReadonlyMap<string, Placed> {
  const item = listItems(object, root) ?? object;
  const shape = recordShape({ ...resolveRef(item, root), ...(root.$defs === undefined ? {} : { $defs: root.$defs }) });
  return new Map(placedFields(shape).map((placed) => [JSON.stringify(placed.field.path), placed]));
}
