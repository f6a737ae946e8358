import type { JsonSchema } from '../../connector/json-schema.ts';
import type { Weighted } from '../auto-map/evidence/name-evidence.ts';
import type { Placed } from '../auto-map/evidence/score-pair.ts';
import { valuesAt } from '../sample-values.ts';
import { fillOpen } from '../infer-schema.ts';
import { fieldsOf, resolveRef, schemaAt } from '../schema-fields.ts';
import { leavesOf } from './candidates.ts';
import { distinctValues } from './distinct-values.ts';
import type { Ghost } from './ghost.ts';
import type { SideInput } from './side-input.ts';
import { spellingOf, type Spelling } from './spelling.ts';
import { weightedWords } from './weighted-words.ts';

/** What is known about the field behind a ghost. */
export interface LostField {
  readonly spelling: Spelling;
  readonly words: readonly Weighted[];
  /** Names of the fields inside that the text uses, or else that it had. Empty for a field without fields of its own. */
  readonly inner: readonly string[];
  /** As auto-map compares fields: by its former shape, or else by what the samples have in it. */
  readonly placed: Placed | undefined;
  readonly values: readonly unknown[];
}

export function lostField({ path, inner }: Ghost, { schema, former, samples }: SideInput): LostField {
  const name = path.at(-1) ?? '';
  const before = former === undefined ? undefined : schemaAt(former, path);
  const field = before === undefined || former === undefined ? undefined : resolveRef(before, former);
  return {
    spelling: spellingOf(name),
    words: weightedWords(name),
    inner: inner.length > 0 || field === undefined ? inner : fieldsOf(field).map((each) => each.name),
    placed: placedIn(
      schemaAt(schema, path.slice(0, -1))?.title,
      name,
      field ?? fillOpen({}, valuesAt(samples, path)[0]),
    ),
    values: distinctValues(samples, path),
  };
}

function placedIn(title: string | undefined, name: string, field: JsonSchema): Placed | undefined {
  const around: JsonSchema = {
    type: 'object',
    ...(title === undefined ? {} : { title }),
    properties: { [name]: field },
  };
  return [...leavesOf(around, around).values()][0];
}
