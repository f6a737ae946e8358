import type { Problem } from '@throughline/core/flow/problem';
import { findingSeverity } from '@throughline/core/flow/mapping-finding';
import { missingReferences } from '@throughline/core/flow/mapping-references';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import type { MappingFix, MappingProblem } from '@throughline/core/mapping/analysis';
import type { MappingDocument } from '@throughline/core/mapping/document';
import type { MappingCheck } from './evaluation/check-work.ts';
import type { EvaluationResult } from './evaluation/evaluation-message.ts';
import type { TestOutcomes } from './evaluation/use-test-outcomes.ts';
import type { GhostField } from './ghosts/ghost-work.ts';
import { ghostMessage } from './ghosts/ghost-message.ts';
import { renameFix } from './ghosts/rename-fix.ts';

export interface MapperProblem {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Where it leads: a position in the text, a test, or the shapes. */
  readonly at:
    | { readonly kind: 'text'; readonly from: number; readonly to: number }
    | { readonly kind: 'test' }
    | { readonly kind: 'shapes' };
  /** A fix for the text in which it was found. */
  readonly fix?: MappingFix | undefined;
}

interface ProblemSources {
  /** The result of `referenceProblems`. */
  readonly references: readonly MapperProblem[];
  readonly check: MappingCheck | undefined;
  readonly ghosts: readonly GhostField[];
  readonly result: EvaluationResult | undefined;
  readonly outcomes: TestOutcomes;
}

/** Everything wrong with a mapping: its text and shapes, the sample and the tests. */
export function mapperProblems({ references, check, ghosts, result, outcomes }: ProblemSources): MapperProblem[] {
  const places = new Set(ghosts.flatMap(({ ranges }) => ranges.map(({ start }) => start)));
  const others = (check?.problems ?? []).filter(({ code, range }) => !isUnknown.has(code) || !places.has(range.start));
  const found = [...references, ...ghosts.map(fromGhost), ...others.map(fromCheck)];
  const hasTextError = found.some(({ severity, at }) => severity === 'error' && at.kind === 'text');
  return [...found, ...(hasTextError ? [] : sampleProblems(result)), ...testProblems(outcomes)];
}

/** What ghosts say once for all of their places. */
const isUnknown: ReadonlySet<MappingProblem['code']> = new Set(['UNKNOWN_SOURCE', 'UNKNOWN_TARGET']);

/** References to things that do not exist. A mapping whose text has not been started has none. */
export const referenceProblems = (
  check: Pick<MappingCheck, 'text' | 'valueMaps'> | undefined,
  shapes: Pick<MappingDocument, 'source' | 'target'>,
  context: ValidationContext,
): MapperProblem[] =>
  check === undefined || check.text.trim() === ''
    ? []
    : missingReferences({ ...shapes, named: check.valueMaps }, context).map(fromProblem);

function fromCheck(found: MappingProblem): MapperProblem {
  const { code, message, range, fix } = found;
  const { start: from, end: to } = range;
  return {
    id: `${code} ${from} ${to} ${message}`,
    severity: findingSeverity(found),
    message,
    at: { kind: 'text', from, to },
    fix,
  };
}

function fromGhost(ghost: GhostField): MapperProblem {
  const { side, id, ranges, rename } = ghost;
  return {
    id: `ghost ${side} ${id}`,
    severity: 'warning',
    message: ghostMessage(ghost),
    at: { kind: 'text', from: ranges[0]?.start ?? 0, to: ranges[0]?.end ?? 0 },
    fix: rename && renameFix(rename),
  };
}

function fromProblem({ pointer, code, severity, message, range }: Problem): MapperProblem {
  const isText = pointer === '/text';
  return {
    id: `${code} ${pointer} ${range?.start ?? ''}`,
    severity,
    message,
    at: isText ? { kind: 'text', from: range?.start ?? 0, to: range?.end ?? 0 } : { kind: 'shapes' },
  };
}

function sampleProblems(result: EvaluationResult | undefined): MapperProblem[] {
  if (result?.status !== 'failed' || result.code === 'CLOSED') return [];
  const from = result.position ?? 0;
  return [
    {
      id: 'sample',
      severity: 'warning',
      message: `On this sample: ${result.message}`,
      at: { kind: 'text', from, to: from },
    },
  ];
}

function testProblems({ outcomes }: TestOutcomes): MapperProblem[] {
  return outcomes.flatMap((outcome, index): MapperProblem[] =>
    outcome === undefined || outcome.status === 'passed'
      ? []
      : [
          {
            id: `test ${index}`,
            severity: 'error',
            message: `The test “${outcome.name}” ${outcome.status === 'error' ? 'cannot run' : 'gives another result'}, so this mapping cannot be submitted.`,
            at: { kind: 'test' },
          },
        ],
  );
}
