'use client';
import { useDeferredValue, useMemo } from 'react';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import type { MappingDocument } from '@throughline/core/mapping/document';
import type { History } from '#features/drafts/history.ts';
import { readOutline, type MappingOutline } from '@throughline/core/mapping/fields';
import { coverage, type Coverage } from './coverage.ts';
import type { EvaluationRequest } from './evaluation/evaluation-message.ts';
import type { MappingEvaluator } from './evaluation/evaluator.ts';
import type { MappingCheck } from './evaluation/check-work.ts';
import { useMappingCheck } from './evaluation/use-mapping-check.ts';
import { usePreview, type Preview } from './evaluation/use-preview.ts';
import { useTestOutcomes, type TestOutcomes } from './evaluation/use-test-outcomes.ts';
import { formerShapes } from './ghosts/former-shapes.ts';
import type { GhostField } from './ghosts/ghost-work.ts';
import { useGhosts } from './ghosts/use-ghosts.ts';
import { invalidFields } from './invalid-fields.ts';
import type { LinkIndex } from './link-index.ts';
import { mapperProblems, referenceProblems, type MapperProblem } from './mapper-problems.ts';
import type { Samples } from './samples/use-samples.ts';
import { useSettled } from './use-settled.ts';
import type { Shapes } from './use-shapes.ts';
import { valueMapTables } from './value-map-tables.ts';

export interface MapperChecks {
  /** The mapping on the current sample. */
  readonly request: EvaluationRequest;
  readonly outline: MappingOutline;
  readonly preview: Preview;
  readonly outcomes: TestOutcomes;
  readonly coverage: Coverage;
  /** Target fields with an invalid value, by `fieldKey`. */
  readonly invalid: ReadonlySet<string>;
  readonly check: MappingCheck | undefined;
  readonly links: LinkIndex;
  /** Fields that the text uses although their shapes do not have them. */
  readonly ghosts: readonly GhostField[];
  readonly problems: readonly MapperProblem[];
}

interface CheckInput {
  readonly history: History<MappingDocument>;
  readonly context: ValidationContext;
  readonly shapes: Shapes;
  readonly samples: Samples;
  readonly evaluator: MappingEvaluator;
}

/**
 * For a long text, waits for a longer pause, so that nothing is computed between two keystrokes. A gesture shows its
 * line at once.
 */
const settleMsOf = ({ present, lastEdit }: History<MappingDocument>): number =>
  lastEdit?.startsWith('text ') === true ? (present.text.length > 20_000 ? 300 : 80) : 0;

/** Everything derived from the text, computed a moment after typing. */
export const useMapperChecks = (input: CheckInput): MapperChecks => {
  const { history, context, shapes, samples, evaluator } = input;
  const delayMs = settleMsOf(history);
  const settled = useSettled(history.present, delayMs);
  const deferred = useDeferredValue(settled);
  // What a gesture draws is shown with it. Typing is never delayed by what it changes.
  const { text, tests } = delayMs === 0 ? settled : deferred;
  const valueMaps = useMemo(() => valueMapTables(context), [context]);
  const request = useMemo(() => evaluationRequest(text, samples.chosen, valueMaps), [text, samples.chosen, valueMaps]);
  const preview = usePreview(evaluator, request);
  const outcomes = useTestOutcomes(evaluator, { text, tests, valueMaps });
  const outline = useMemo(() => readOutline(text), [text]);
  const { check, links } = useMappingCheck(evaluator, text, shapes.checked);
  const { past } = history;
  const { source, target } = history.present;
  const former = useMemo(() => formerShapes(past, { source, target }, context), [past, source, target, context]);
  const ghosts = useGhosts({ evaluator, check, shapes: shapes.checked, former, samples: samples.all });
  const value = preview.isCurrent ? preview.value : undefined;
  const covered = useMemo(
    () => coverage(shapes.targetFields, outline, value, links.built),
    [shapes, outline, value, links],
  );
  const invalid = useMemo(
    () => invalidFields(outline, check?.problems ?? [], value, shapes.scope.target),
    [outline, check, value, shapes],
  );
  const references = useMemo(
    () => referenceProblems(check, { source, target }, context),
    [check, source, target, context],
  );
  const problems = useMemo(
    () => mapperProblems({ references, check, ghosts, result: preview.result, outcomes }),
    [references, check, ghosts, preview.result, outcomes],
  );
  return useMemo(
    () => ({ request, outline, preview, outcomes, coverage: covered, invalid, check, links, ghosts, problems }),
    [request, outline, preview, outcomes, covered, invalid, check, links, ghosts, problems],
  );
};

const evaluationRequest = (
  text: string,
  { input, bindings }: Samples['chosen'],
  valueMaps: string,
): EvaluationRequest => ({
  text: text.trim() === '' ? '{}' : text,
  input: JSON.stringify(input ?? null),
  bindings: JSON.stringify(bindings ?? {}),
  valueMaps,
});
