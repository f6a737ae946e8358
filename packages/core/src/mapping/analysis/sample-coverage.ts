import type { Around } from '../closures/closure.ts';
import type { Ir } from '../syntax/ir.ts';
import { parseMapping } from '../syntax/parse-mapping.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import type { MappingError } from '../mapping-error.ts';
import { nodesOf } from './parts-of.ts';
import type { Sample } from './fill-rates.ts';
import { watchedEvaluation, type SampleOptions } from './watched-evaluation.ts';

/** A part of the text that only runs for some records: one side of a condition, or what stands in for a missing value. */
export interface Branch extends TextRange {
  readonly kind: 'then' | 'otherwise' | 'default';
}

export interface SampleCoverage {
  /** What the mapping gives for the sample. */
  readonly result: unknown;
  /** Why it gives nothing. */
  readonly error?: MappingError;
  /** Indexes of the branches that ran. */
  readonly ran: readonly number[];
}

export interface Coverage {
  readonly branches: readonly Branch[];
  /** One per sample, in order. */
  readonly samples: readonly SampleCoverage[];
}

/** Evaluates a mapping on samples and records which of its branches run. A text that cannot be parsed has none. */
export function coverageOf(text: string, samples: readonly Sample[], options: SampleOptions = {}): Coverage {
  const parsed = parseMapping(text);
  if (parsed.ir === undefined) return { branches: [], samples: [] };
  const found = branchesOf(parsed.ir);
  const indexes = new Map(found.map(({ ir }, index) => [ir, index]));
  const ran = new Set<number>();
  const around: Around = (ir, closure) => {
    const index = indexes.get(ir);
    if (index === undefined) return closure;
    return (input, frame, run) => {
      ran.add(index);
      return closure(input, frame, run);
    };
  };
  const evaluate = watchedEvaluation(parsed, around, options);
  return {
    branches: found.map(({ kind, ir }) => ({ kind, start: ir.start, end: ir.end })),
    samples: samples.map(({ input, bindings }) => {
      ran.clear();
      const outcome = evaluate(input, { ...options.bindings, ...bindings });
      const done = 'error' in outcome ? { result: undefined, error: outcome.error } : outcome;
      return { ...done, ran: [...ran].toSorted((a, b) => a - b) };
    }),
  };
}

interface BranchIr {
  readonly kind: Branch['kind'];
  readonly ir: Ir;
}

function branchesOf(ir: Ir): BranchIr[] {
  return [...nodesOf(ir)].flatMap((node): BranchIr[] => {
    if (node.kind === 'default') return [{ kind: 'default', ir: node.right }];
    if (node.kind !== 'conditional') return [];
    const otherwise = node.whenFalse === undefined ? [] : [{ kind: 'otherwise' as const, ir: node.whenFalse }];
    return [{ kind: 'then', ir: node.whenTrue }, ...otherwise];
  });
}
