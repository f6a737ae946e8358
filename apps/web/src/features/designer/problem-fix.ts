import type { FlowDocument } from '@throughline/core/flow';
import { disabledAround, findStep } from '@throughline/core/flow/walk';
import { readsOf } from './placing/reads-of.ts';
import type { PlacedProblem } from './placed-problem.ts';
import type { FlowEdit } from './state/edit-flow.ts';

/** One thing that repairs a problem, or leads to where it is repaired. */
export type ProblemFix =
  | { readonly label: string; readonly does: 'edit'; readonly edit: FlowEdit }
  /** Opens the form at a field. */
  | { readonly label: string; readonly does: 'open'; readonly field: string }
  | { readonly label: string; readonly does: 'add-step' };

/** The clear way out of a problem; undefined where there are several, and the author has to think. */
export function fixOf(problem: PlacedProblem, flow: FlowDocument): ProblemFix | undefined {
  switch (problem.code) {
    case 'EMPTY_BODY':
      return { label: 'Add a step', does: 'add-step' };
    case 'STEP_DISABLED':
      return enableSource(problem, flow);
    case 'UNREACHABLE_STEP':
      return problem.subject === null
        ? undefined
        : { label: 'Disable it', does: 'edit', edit: { type: 'disable', ids: [problem.subject], isDisabled: true } };
    case 'NO_RECORD':
      return problem.field === ''
        ? { label: 'Choose the mapping', does: 'open', field: '/mapping' }
        : { label: 'Fill in the input', does: 'open', field: problem.field };
    case 'UNKNOWN_MAPPING':
      return { label: 'Choose or create the mapping', does: 'open', field: problem.field };
    case 'MISSING_IDENTITY':
      return { label: 'Choose our reference', does: 'open', field: problem.field };
    case 'NOT_FILLED_IN':
      return { label: labelOfEmpty(problem), does: 'open', field: problem.field };
    case 'UNKNOWN_CONNECTION':
    case 'UNKNOWN_OBJECT':
    case 'UNKNOWN_VALUE_MAP':
    case 'UNKNOWN_FLOW':
    case 'FLOW_NOT_CALLABLE':
      return chooseAgain(problem);
    default:
      return undefined;
  }
}

/** Fields of these problems are lists to choose from. A setting that names something in a text is left to its author. */
function chooseAgain({ field }: PlacedProblem): ProblemFix | undefined {
  const chosen = chosenBy[lastPart(field)];
  return chosen === undefined ? undefined : { label: `Choose another ${chosen}`, does: 'open', field };
}

/** Fields that are chosen from a list. */
const chosenBy: Readonly<Record<string, string>> = {
  connection: 'connection',
  object: 'object',
  mapping: 'mapping',
  valueMap: 'value map',
  flow: 'flow',
};

const lastPart = (field: string): string => field.split('/').at(-1) ?? '';

function labelOfEmpty({ field, fieldName }: PlacedProblem): string {
  const chosen = chosenBy[lastPart(field)];
  return chosen === undefined ? `Fill in ${fieldName === '' ? 'the field' : `“${fieldName}”`}` : `Choose the ${chosen}`;
}

/** Enables the first disabled step that the step reads. */
function enableSource({ subject }: PlacedProblem, flow: FlowDocument): ProblemFix | undefined {
  const reader = subject === null ? undefined : findStep(flow.body, subject)?.step;
  for (const id of reader === undefined ? [] : readsOf(reader).steps) {
    const source = findStep(flow.body, id);
    const off = source && disabledAround(source);
    if (off !== undefined) {
      return {
        label: `Enable “${off.name}”`,
        does: 'edit',
        edit: { type: 'disable', ids: [off.id], isDisabled: false },
      };
    }
  }
  return undefined;
}
