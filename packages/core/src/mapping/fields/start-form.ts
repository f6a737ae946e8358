import type { Condition, FieldForm, FieldFormKind } from './field-form.ts';
import { blankForm } from './form-problem.ts';

/** The condition that a new case starts with. */
export const blankCondition: Condition = {
  match: 'all',
  rows: [{ kind: 'comparison', left: blankForm, operator: 'is', right: blankForm }],
};

/** A form of another kind, which takes over as much of what is there as makes sense. */
export function startForm(kind: FieldFormKind, before: FieldForm = blankForm): FieldForm {
  if (before.kind === kind) return before;
  const value = valueIn(before);
  switch (kind) {
    case 'constant':
      return before.kind === 'constant' ? before : { kind: 'constant', value: '' };
    case 'source':
      return value.kind === 'source' ? value : blankForm;
    case 'template':
      return { kind: 'template', parts: before === blankForm ? [blankForm] : [before, blankForm] };
    case 'first-filled':
      return { kind: 'first-filled', notation: 'filled', alternatives: [before, blankForm] };
    case 'condition':
      return { kind: 'condition', cases: [{ when: blankCondition, value: before }], otherwise: blankForm };
    case 'check':
      return { kind: 'check', test: checkOf(value) };
    case 'value-map':
      return { kind: 'value-map', map: '', value };
    case 'date':
      return { kind: 'date', how: 'date', value };
    case 'money':
      return { kind: 'money', amount: value, currency: blankForm };
    case 'conversion':
      return { kind: 'conversion', to: 'text', value: before.kind === 'aggregate' ? before : value };
    case 'part':
      return { kind: 'part', value, pattern: '' };
    case 'function':
      return { kind: 'function', name: '', args: [value] };
    case 'calculation':
      return { kind: 'calculation', operator: '*', left: before, right: blankForm };
    case 'values':
      return { kind: 'values', items: [before] };
    case 'aggregate':
      return { kind: 'aggregate', how: 'first', list: value };
    case 'list':
      return { kind: 'list', from: value.kind === 'source' ? value : blankForm, order: [], isKept: true };
    case 'group':
      return {
        kind: 'group',
        from: value.kind === 'source' ? value.path : [],
        by: blankForm,
        item: { kind: 'object', text: '{}' },
        variables: ['$key', '$items'],
      };
    case 'object':
      return { kind: 'object', text: '{}' };
    case 'text':
      return blankForm;
  }
}

const checkOf = (left: FieldForm): Condition => ({
  match: 'all',
  rows: [{ kind: 'comparison', left, operator: 'is', right: blankForm }],
});

/** The value that a form is mainly about, for a form of another kind. */
function valueIn(form: FieldForm): FieldForm {
  switch (form.kind) {
    case 'value-map':
    case 'date':
    case 'conversion':
    case 'part':
      return form.value;
    case 'money':
      return form.amount;
    case 'aggregate':
      return form.list;
    case 'list':
      return form.from;
    case 'group':
      return { kind: 'source', path: form.from };
    case 'function':
      return form.args[0] ?? blankForm;
    case 'constant':
      return blankForm;
    default:
      return form;
  }
}
