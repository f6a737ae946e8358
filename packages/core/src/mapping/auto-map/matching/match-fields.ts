import type { EarlierEvidence } from '../evidence/earlier-evidence.ts';
import { endOf } from '../evidence/earlier-evidence.ts';
import { kindFit, type Conversion } from '../evidence/kind-fit.ts';
import { nameEvidence, type Placed } from '../evidence/score-pair.ts';
import { seenKind, valueEvidence } from '../evidence/value-format.ts';
import { fittingValueMap } from '../evidence/value-map-evidence.ts';
import type { EarlierPair, KnownValueMap } from '../proposal.ts';
import type { BuiltList } from '../writing/written-fields.ts';
import type { Word } from '../names/words-of.ts';
import type { FieldShape } from '../shapes/record-shape.ts';
import { valuesAt } from '../../sample-values.ts';
import { assign, type Scored } from './assign.ts';
import { CandidateIndex } from './candidates.ts';
import { reasonsFor } from './reasons.ts';
import { placedFields, type SourceSide } from './record-side.ts';
import { sourceExpression } from '../../fields/source-path.ts';
import { currencyFor } from './currency-for.ts';

/** What is known beside the two records. */
export interface Knowledge {
  readonly earlier: EarlierEvidence;
  readonly valueMaps: readonly KnownValueMap[];
  readonly lists: readonly BuiltList[];
  /** Counts the pairs that were compared. */
  readonly work: { comparisons: number };
}

/** A target field with the source field that may fill it, by the paths within their records. */
export interface FieldMatch {
  readonly target: readonly string[];
  readonly source: readonly string[];
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly expression: string;
  /** The id of the item itself: every list has one, so it says nothing about whether two lists match. */
  readonly isOwnId: boolean;
}

/** How a source field would fill a target field. */
interface Evidence {
  readonly score: number;
  /** Said only for the pairs that are chosen. */
  readonly reasons: () => readonly string[];
  readonly conversion: Conversion | undefined;
  readonly valueMap: string | undefined;
}

/** Matches the target fields of a record with fields of a source record. */
export function matchFields(targets: readonly Placed[], side: SourceSide, knowledge: Knowledge): FieldMatch[] {
  const all = placedFields(side.record, side.anchor);
  const sources = all.filter((source) => !isOrigin(source));
  // A source that says itself from where it came is not the record from which it all began.
  const isFirst = !all.some(({ field }) => field.around.some(saysOrigin));
  const matcher = new FieldMatcher(sources, side, knowledge);
  const evidence = new Map<number, Evidence>();
  const pairs: Scored[] = [];
  const runnerUp = new Map<number, number>();
  for (const [target, placed] of targets.entries()) {
    if (!isOpen(placed, isFirst)) continue;
    let [best, second] = [0, 0];
    for (const source of matcher.candidates(placed)) {
      const found = matcher.compare(placed, source);
      if (found === undefined || found.score < 0.3) continue;
      evidence.set(target * sources.length + source, found);
      if (found.score > best) [best, second] = [found.score, best];
      else second = Math.max(second, found.score);
      const mayRepeat =
        placed.field.kind === 'id' && (sources[source]?.field.kind === 'id' || found.valueMap !== undefined);
      pairs.push({ target, source, score: found.score, mayRepeat });
    }
    runnerUp.set(target, second);
  }
  return assign(pairs).flatMap(({ target, source, score }) => {
    const [to, from, found] = [targets[target], sources[source], evidence.get(target * sources.length + source)];
    if (to === undefined || from === undefined || found === undefined) return [];
    const isClose = (runnerUp.get(target) ?? 0) > found.score * 0.93;
    return [matcher.match(to, from, found, score, isClose)];
  });
}

/**
 * Fields that the system fills are not for a mapping. Nor are those that say from where a record came, except the id of
 * the first record.
 */
function isOpen(placed: Placed, isFirst: boolean): boolean {
  const { field } = placed;
  if (field.isReadOnly || field.schema.const !== undefined) return false;
  return !isOrigin(placed) || (field.kind === 'id' && isFirst);
}

/** The field, or an object around it, says from where a record came. */
const isOrigin = ({ field }: Placed): boolean =>
  field.around.some(saysOrigin) || field.names.some((words) => saysOrigin({ words }));

const saysOrigin = ({ words }: { readonly words: readonly Word[] }): boolean =>
  words.some(({ concept }) => concept === 'origin');

class FieldMatcher {
  readonly #index: CandidateIndex;
  readonly #byEnd = new Map<string, number[]>();
  readonly #values = new Map<number, readonly unknown[]>();
  readonly #sources: readonly Placed[];
  readonly #side: SourceSide;
  readonly #knowledge: Knowledge;

  constructor(sources: readonly Placed[], side: SourceSide, knowledge: Knowledge) {
    this.#sources = sources;
    this.#side = side;
    this.#knowledge = knowledge;
    this.#index = new CandidateIndex(sources.map(({ field }) => field));
    for (const [index, { field }] of sources.entries()) {
      const end = endOf(field.path);
      this.#byEnd.set(end, [...(this.#byEnd.get(end) ?? []), index]);
    }
  }

  candidates({ field }: Placed): Set<number> {
    const earlier = this.#knowledge.earlier.sourcesOf(field.path).flatMap((end) => this.#byEnd.get(end) ?? []);
    return new Set([...earlier.slice(0, 20), ...this.#index.candidatesFor(field)]);
  }

  compare(target: Placed, source: number): Evidence | undefined {
    const placed = this.#sources[source];
    if (placed === undefined) return undefined;
    this.#knowledge.work.comparisons += 1;
    const [to, from] = [target.field, placed.field];
    const name = nameEvidence(target, placed);
    const earlier = this.#knowledge.earlier.like(from.path, to.path);
    if (name.score < 0.3 && earlier === undefined) return undefined;
    const values = this.#valuesOf(source, from.path);
    const map = this.#valueMap(target, placed, values, earlier);
    const fit = kindFit({ kind: seenKind(values, from.kind, to.kind), unit: from.unit, schema: from.schema }, to);
    const needsCurrency = fit.conversion?.needsCurrency === true && currencyFor(placed, this.#side) === undefined;
    if ((fit.factor === 0 && map === undefined) || needsCurrency) return undefined;
    const value = map === undefined ? valueEvidence(values, from.kind, to) : { factor: 1 };
    const factor = map === undefined ? fit.factor * value.factor : 1;
    const alone = Math.min(1, name.score * factor * (this.#isBeside(placed) ? 1 : besideFactor(to)));
    return {
      score: withSupport(
        withSupport(alone, earlier === undefined ? 0 : earlierStrength),
        map === undefined ? 0 : mapStrength,
      ),
      reasons: () => reasonsFor({ target: to, source: from, name, value, fit, earlier, valueMap: map }),
      conversion: map === undefined ? fit.conversion : undefined,
      valueMap: map,
    };
  }

  match(target: Placed, source: Placed, found: Evidence, score: number, isClose: boolean): FieldMatch {
    const read = sourceExpression(source.field.path);
    const converted = found.conversion?.write(read, currencyFor(source, this.#side) ?? '') ?? read;
    const isRepeat = score < found.score;
    return {
      target: target.field.path,
      source: source.field.path,
      confidence: Math.min(0.99, score * (isClose ? 0.85 : 1)),
      reasons: [
        ...found.reasons(),
        ...(isRepeat ? ['The source already fills another field.'] : []),
        ...(isClose ? ['Another source fits almost as well.'] : []),
      ],
      expression: found.valueMap === undefined ? converted : `$valueMap(${JSON.stringify(found.valueMap)}, ${read})`,
      isOwnId: target.field.kind === 'id' && target.around.length === 0 && target.field.identifies.length === 0,
    };
  }

  /** A part of a bundle that is a single id was added for this mapping. */
  #isBeside({ field }: Placed): boolean {
    return this.#side.anchor === undefined || field.kind !== 'id' || field.path.length === 1;
  }

  #valueMap(
    { field: to }: Placed,
    { field: from }: Placed,
    values: readonly unknown[],
    earlier: EarlierPair | undefined,
  ): string | undefined {
    if (earlier?.valueMap !== undefined) return earlier.valueMap;
    const isCode = to.isReference || to.kind === 'choice' || to.kind === 'id';
    if (!isCode || from.kind === 'id' || (to.schema.enum !== undefined && kindFit(from, to).factor === 1))
      return undefined;
    return fittingValueMap(this.#knowledge.valueMaps, values, to, from)?.key;
  }

  #valuesOf(index: number, path: readonly string[]): readonly unknown[] {
    const known = this.#values.get(index) ?? valuesAt(this.#side.samples, path);
    this.#values.set(index, known);
    return known;
  }
}

const besideFactor = ({ isReference }: FieldShape): number => (isReference ? 0.9 : 0.97);

/** Independent evidence for a pair leaves less of the doubt. */
const withSupport = (score: number, strength: number): number => 1 - (1 - score) * (1 - strength);

/** A value map that has the values and the name was made for something like this. */
const mapStrength = 0.4;

/** Another mapping of the workspace is strong evidence, but a different record may need something else. */
const earlierStrength = 0.6;
