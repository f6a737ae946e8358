import type { Problem } from '@throughline/core/flow/problem';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { validateMapping } from '@throughline/core/flow/validate-mapping';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import type { Coverage } from './coverage.ts';
import type { EvaluationResult } from './evaluation/evaluation-message.ts';
import type { TestOutcomes } from './evaluation/use-test-outcomes.ts';

export interface MapperProblem {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Where it leads: a place in the text, a target field, a test, or the shapes. */
  readonly at:
    | { readonly kind: 'text'; readonly from: number; readonly to: number }
    | { readonly kind: 'target'; readonly id: string }
    | { readonly kind: 'test' }
    | { readonly kind: 'shapes' };
}

interface ProblemSources {
  readonly document: MappingDocument;
  readonly context: ValidationContext;
  readonly coverage: Coverage;
  readonly result: EvaluationResult | undefined;
  readonly outcomes: TestOutcomes;
}

/** Everything that is wrong with a mapping: its text and shapes, required fields, the sample and the tests. */
export function mapperProblems({ document, context, coverage, result, outcomes }: ProblemSources): MapperProblem[] {
  const found = document.text.trim() === '' ? [] : validateMapping(document, context).map(fromProblem);
  const hasTextError = found.some(({ severity, at }) => severity === 'error' && at.kind === 'text');
  return [
    ...found,
    ...(hasTextError ? [] : sampleProblems(result)),
    ...coverage.missing.map(({ id }): MapperProblem => ({
      id: `missing ${id}`,
      severity: 'warning',
      message: `The target needs ${id}, which the mapping does not set.`,
      at: { kind: 'target', id },
    })),
    ...testProblems(outcomes),
  ];
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
            severity: 'warning',
            message: `The test “${outcome.name}” ${outcome.status === 'error' ? 'fails' : 'gives another result'}.`,
            at: { kind: 'test' },
          },
        ],
  );
}
