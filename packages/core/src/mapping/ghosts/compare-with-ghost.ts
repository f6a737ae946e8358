import type { JsonSchema } from '../../connector/json-schema.ts';
import { kindFit } from '../auto-map/evidence/kind-fit.ts';
import { compareNames } from '../auto-map/evidence/name-evidence.ts';
import { nameEvidence, type Placed } from '../auto-map/evidence/score-pair.ts';
import { reasonsFor } from '../auto-map/matching/reasons.ts';
import { wordsOf } from '../auto-map/names/words-of.ts';
import { valuesAt } from '../sample-values.ts';
import { nearestNames } from '../functions/nearest-names.ts';
import { fillOpen } from '../infer-schema.ts';
import { fieldsOf, resolveRef, schemaAt } from '../schema-fields.ts';
import { startsWith } from '../starts-with.ts';
import { leavesOf, type Candidate, type SideInput } from './candidates.ts';
import type { Ghost } from './ghost.ts';

export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

/** How much speaks for a field in the place of a ghost; undefined if the two cannot mean the same. */
export function compareWithGhost(ghost: Ghost, candidate: Candidate, input: SideInput): Likeness | undefined {
  const former = input.former === undefined ? undefined : formerField(input.former, ghost.path);
  const inner = former === undefined ? ghost.inner : innerOf(former, ghost);
  const own =
    inner.length > 0 ? compareContainer(ghost, inner, candidate) : compareLeaf(ghost, candidate, input, former);
  if (own === undefined) return undefined;
  const values = sharedValues(ghost, candidate, input);
  const isOld = input.former !== undefined && schemaAt(input.former, candidate.whole) !== undefined;
  const isUsed = input.used.some((path) => startsWith(path, candidate.whole));
  const score = values === undefined ? own.score : 1 - (1 - own.score) * (1 - sameValuesStrength);
  return {
    score: score * (isOld ? oldFactor : 1) * (isUsed ? usedFactor : 1),
    reasons: [
      ...own.reasons,
      ...(values === undefined ? [] : [values]),
      ...(isOld ? ['The shape had this field before.'] : []),
      ...(isUsed ? ['The mapping uses this field already.'] : []),
    ],
  };
}

/** Two samples with equal values in both fields leave little doubt. */
const sameValuesStrength = 0.5;
/** A field that was there before is rarely the new name of another one. */
const oldFactor = 0.6;
const usedFactor = 0.72;
/** What differs in a few letters is probably meant. */
const nearScore = 0.8;

const formerField = (former: JsonSchema, path: readonly string[]): JsonSchema | undefined => {
  const field = schemaAt(former, path);
  return field === undefined ? undefined : resolveRef(field, former);
};

const innerOf = (former: JsonSchema, ghost: Ghost): readonly string[] =>
  ghost.inner.length > 0 ? ghost.inner : fieldsOf(former).map(({ name }) => name);

/** An object or a list of objects: its name, and whether it has the fields that the text uses inside. */
function compareContainer({ path }: Ghost, inner: readonly string[], candidate: Candidate): Likeness | undefined {
  if (candidate.inner.size === 0) return undefined;
  const [name = '', other = ''] = [path.at(-1), candidate.path.at(-1)];
  const there = inner.filter((each) => candidate.inner.has(each)).length;
  const share = there / inner.length;
  const names = Math.max(compareNames(weighted(name), weighted(other)).score, isNear(name, other) ? nearScore : 0);
  const score = (share === 1 ? 1 - (1 - names) * 0.5 : names) * (0.4 + 0.6 * share);
  const has =
    share === 1
      ? 'It has all fields that are used inside.'
      : `It has ${there} of ${inner.length} fields that are used inside.`;
  return { score, reasons: [has, ...(names >= 0.5 ? ['The names have words in common.'] : [])] };
}

const weighted = (name: string) => wordsOf(name).map((word) => ({ word, weight: word.weight }));

function compareLeaf(
  ghost: Ghost,
  { placed, path, inner }: Candidate,
  input: SideInput,
  former: JsonSchema | undefined,
): Likeness | undefined {
  if (placed === undefined || (inner.size > 0 && placed.field.kind !== 'money')) return undefined;
  const lost = placedGhost(ghost, input, former);
  if (lost === undefined) return undefined;
  const [gone, there] = [lost.field, placed.field];
  // A source gives what the ghost gave; a target takes what the ghost took.
  const fit = input.side === 'source' ? kindFit(there, gone) : kindFit(gone, there);
  const factor = gone.kind === 'any' || there.kind === 'any' ? 1 : fit.factor;
  if (factor === 0) return undefined;
  const name = nameEvidence(lost, placed);
  const isSpelledAlike = isNear(ghost.path.at(-1) ?? '', path.at(-1) ?? '') && nearScore > name.score;
  if (isSpelledAlike) return { score: nearScore * factor, reasons: ['Nearly the same spelling.'] };
  const reasons = reasonsFor({
    target: gone,
    source: there,
    name,
    value: { factor: 1 },
    fit: { factor },
    earlier: undefined,
    valueMap: undefined,
  });
  return { score: name.score * factor, reasons };
}

const isNear = (name: string, other: string): boolean => nearestNames(name, [other]).length > 0;

/** The ghost as auto-map compares fields: by its former shape, or else by what the samples have in it. */
function placedGhost(ghost: Ghost, { samples, schema }: SideInput, former: JsonSchema | undefined): Placed | undefined {
  const name = ghost.path.at(-1) ?? '';
  const field = former ?? fillOpen({}, valuesAt(samples, ghost.path)[0]);
  const title = schemaAt(schema, ghost.path.slice(0, -1))?.title;
  const around: JsonSchema = {
    type: 'object',
    ...(title === undefined ? {} : { title }),
    properties: { [name]: field },
  };
  return [...leavesOf(around, around).values()][0];
}

/** A sentence if the samples have the same values in both fields. */
function sharedValues({ path }: Ghost, { whole }: Candidate, { samples }: SideInput): string | undefined {
  const lost = valuesAt(samples, path).filter(tellsApart);
  const there = new Set(valuesAt(samples, whole).filter(tellsApart));
  const shared = lost.filter((value) => there.has(value)).length;
  return shared > 0 && shared * 2 >= Math.min(lost.length, there.size)
    ? 'The samples have the same values in it.'
    : undefined;
}

/** Many fields have the same flags and small figures. */
const tellsApart = (value: unknown): boolean =>
  (typeof value === 'string' && value.length > 1) || (typeof value === 'number' && Math.abs(value) > 100);
