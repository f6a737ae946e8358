import type { FlowDocument } from '@throughline/core/flow';
import type { Step } from '@throughline/core/flow/step';
import { findStep, idsWithin } from '@throughline/core/flow/walk';
import { countText } from '#ui/count-text.ts';
import type { FlowEdit } from './edit-flow.ts';

/** What an edit of this flow does, after “Undo”: `delete of 3 steps`. */
export function editName(flow: FlowDocument, edit: FlowEdit): string {
  switch (edit.type) {
    case 'insert':
      return `${edit.as ?? 'insertion'} of ${stepsName(edit.steps)}`;
    case 'delete':
      return `delete of ${stepsName(named(flow, edit.ids))}`;
    case 'move':
      return `move of ${stepsName(named(flow, edit.ids))}`;
    case 'wrap':
      return `wrapping of ${stepsName(named(flow, edit.ids))}`;
    case 'disable':
      return `${edit.isDisabled ? 'disabling' : 'enabling'} of ${stepsName(named(flow, edit.ids))}`;
    case 'step':
      return `edit of “${edit.step.name}”`;
    case 'rename':
      return `renaming of the id ${edit.from} to ${edit.to}`;
    case 'trigger':
      return 'edit of the trigger';
    case 'settings':
      return 'edit of the settings';
    case 'description':
      return 'edit of the description';
  }
}

const named = (flow: FlowDocument, ids: readonly string[]): Step[] =>
  ids.flatMap((id) => findStep(flow.body, id)?.step ?? []);

/** One step by its name, several by their number, those inside included. */
export function stepsName(steps: readonly Step[]): string {
  const [first, ...others] = steps;
  if (first !== undefined && others.length === 0) return `“${first.name}”`;
  return countText(steps.flatMap(idsWithin).length, 'step');
}
