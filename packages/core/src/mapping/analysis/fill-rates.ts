import type { Ir } from '../syntax/ir.ts';
import { parseMapping, type ParsedMapping } from '../syntax/parse-mapping.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import { catching, valuesIn } from './catching-fields.ts';
import { lineageOf } from './lineage-of.ts';
import type { TargetLineage } from './lineage-of-value.ts';
import type { PathSegment } from './source-path.ts';
import { watchedEvaluation, type SampleOptions } from './watched-evaluation.ts';

export interface Sample {
  readonly input: unknown;
  readonly bindings?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Counts the samples for which a target field was filled, empty or failed. The three add up to the number of samples.
 */
export interface FillRate {
  readonly target: readonly PathSegment[];
  /** In a list, one filled item is enough. */
  readonly filled: number;
  /** Missing, null, blank text or an empty list. */
  readonly empty: number;
  /** The expression that gives it failed. */
  readonly failed: number;
}

/**
 * Counts how often each target field of a mapping is filled. When the expression of one field fails, the others are
 * still counted. A text that cannot be parsed has no fields.
 */
export function fillRates(
  mapping: string | ParsedMapping,
  samples: readonly Sample[],
  options: SampleOptions = {},
): FillRate[] {
  const parsed = typeof mapping === 'string' ? parseMapping(mapping) : mapping;
  const { ir } = parsed;
  if (ir === undefined) return [];
  const rows = lineageOf(parsed, { source: options.source });
  const counts = rows.map(() => ({ filled: 0, empty: 0, failed: 0 }));
  const failures: Ir[] = [];
  const evaluate = watchedEvaluation(parsed, catching(valuesIn(ir), failures), options);
  for (const { input, bindings } of samples) {
    failures.length = 0;
    const outcome = evaluate(input, { ...options.bindings, ...bindings });
    if ('error' in outcome) failures.push(ir);
    for (const [index, row] of rows.entries()) {
      const count = counts[index];
      if (count === undefined) continue;
      if ('result' in outcome && hasValue(outcome.result, row.target)) count.filled += 1;
      else if (failures.some((failed) => gives(failed, row))) count.failed += 1;
      else count.empty += 1;
    }
  }
  return rows.map(({ target }, index) => ({ target, filled: 0, empty: 0, failed: 0, ...counts[index] }));
}

const gives = (failed: TextRange, { ranges }: TargetLineage): boolean =>
  ranges.length === 0 || ranges.some(({ start, end }) => failed.start <= start && end <= failed.end);

/** Tells whether a value exists at a path. In a list, one item is enough. */
function hasValue(value: unknown, path: readonly PathSegment[]): boolean {
  const [segment, ...rest] = path;
  if (Array.isArray(value)) {
    const inner = segment?.kind === 'item' ? rest : path;
    return value.some((item) => hasValue(item, inner));
  }
  if (segment === undefined) return !isEmpty(value);
  if (segment.kind === 'item') return hasValue(value, rest);
  if (typeof value !== 'object' || value === null) return false;
  if (segment.kind !== 'name') return Object.values(value).some((item) => hasValue(item, rest));
  return (
    Object.hasOwn(value, segment.name) && hasValue((value as Readonly<Record<string, unknown>>)[segment.name], rest)
  );
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
