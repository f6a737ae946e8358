import type { JsonSchema } from '../../connector/json-schema.ts';
import { placedFields } from '../auto-map/matching/record-side.ts';
import type { Weighted } from '../auto-map/evidence/name-evidence.ts';
import type { Placed } from '../auto-map/evidence/score-pair.ts';
import { recordShape } from '../auto-map/shapes/record-shape.ts';
import { fieldsOf, listItems, resolveRef, schemaAt } from '../schema-fields.ts';
import { distinctValues } from './distinct-values.ts';
import type { SideInput } from './side-input.ts';
import { spellingOf, type Spelling } from './spelling.ts';
import { weightedWords } from './weighted-words.ts';

/** A field that may take the place of a ghost, with all that ghosts are compared with. */
export interface Candidate {
  /** Names from the object around the ghost inwards. */
  readonly path: readonly string[];
  readonly spelling: Spelling;
  readonly words: readonly Weighted[];
  /** Absent for an object or a list of objects. */
  readonly placed: Placed | undefined;
  /** Names of its own fields. */
  readonly inner: ReadonlySet<string>;
  /** What the samples have in it. */
  readonly values: ReadonlySet<unknown>;
  /** The shape had it before. */
  readonly isOld: boolean;
  /** The text uses it, or something inside it, already. */
  readonly isUsed: boolean;
}

/** Objects deeper inside than this are another matter. */
const maxDepth = 3;
const mostCandidates = 2_000;

/**
 * Fields of the object around a ghost, the nearest ones first. A source field may also have moved into an object beside
 * it; a target field is a name in an object of the text, so it only gets another name there.
 */
export function candidatesFor(input: SideInput, around: readonly string[]): Candidate[] {
  const { schema: root, side } = input;
  const object = schemaAt(root, around);
  if (object === undefined) return [];
  const leaves = leavesOf(object, root);
  const found: Candidate[] = [];
  const open: { readonly schema: JsonSchema; readonly path: readonly string[] }[] = [{ schema: object, path: [] }];
  // An array may grow while it is walked, so that the objects inside come after all fields beside them.
  for (const { schema, path } of open) {
    for (const { name, schema: field } of fieldsOf(schema, root)) {
      if (found.length >= mostCandidates) return found;
      const here = [...path, name];
      const whole = [...around, ...here];
      const inner = new Set(fieldsOf(field, root).map((each) => each.name));
      const isOpen = side === 'source' || (field.readOnly !== true && !input.used.has(JSON.stringify(whole)));
      if (isOpen) {
        const placed = leaves.get(JSON.stringify(here));
        const names = { spelling: spellingOf(name), words: weightedWords(name) };
        found.push({ path: here, ...names, placed, inner, ...knownOf(whole, input) });
      }
      const isObject = inner.size > 0 && listItems(field, root) === undefined;
      if (side === 'source' && isObject && here.length < maxDepth) open.push({ schema: field, path: here });
    }
  }
  return found;
}

const knownOf = (whole: readonly string[], { samples, former, usedAround }: SideInput) => ({
  values: new Set(distinctValues(samples, whole)),
  isOld: former !== undefined && schemaAt(former, whole) !== undefined,
  isUsed: usedAround.has(JSON.stringify(whole)),
});

/** The fields of an object, or of a list's item, as auto-map compares them. */
export function leavesOf(object: JsonSchema, root: JsonSchema): ReadonlyMap<string, Placed> {
  const item = listItems(object, root) ?? object;
  const shape = recordShape({ ...resolveRef(item, root), ...(root.$defs === undefined ? {} : { $defs: root.$defs }) });
  return new Map(placedFields(shape).map((placed) => [JSON.stringify(placed.field.path), placed]));
}
