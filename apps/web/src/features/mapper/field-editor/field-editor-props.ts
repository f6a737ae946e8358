import type { MappingTest } from '@throughline/core/mapping/document';
import type { TextEdit } from '@throughline/core/mapping/syntax';
import type { EvaluationRequest } from '../evaluation/evaluation-message.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { FieldFill } from '../evaluation/sample-work.ts';
import type { Preview } from '../evaluation/use-preview.ts';
import type { TestOutcomes } from '../evaluation/use-test-outcomes.ts';
import type { MapperSample } from '../samples/use-samples.ts';
import type { Shapes } from '../use-shapes.ts';

export interface FieldEditorProps {
  /** The text of the open mapping, as it is now. */
  readonly text: string;
  /** Names of the target field from the outermost object inwards. */
  readonly target: readonly string[];
  readonly shapes: Shapes;
  readonly preview: Preview;
  /** The mapping on the current sample. */
  readonly request: EvaluationRequest;
  readonly samples: readonly MapperSample[];
  readonly evaluator: MappingEvaluator;
  readonly tests: readonly MappingTest[];
  readonly outcomes: TestOutcomes;
  readonly fill: FieldFill | undefined;
  readonly isReadOnly: boolean;
  /** Edits of `base`, as one step to undo. */
  readonly onEdit: (base: string, edits: readonly TextEdit[]) => void;
}
