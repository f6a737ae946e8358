import { parseMapping } from '../syntax/parse-mapping.ts';
import type { Condition, FieldForm } from './field-form.ts';

/** A value that nobody has chosen yet. It is never written. */
export const blankForm: FieldForm = { kind: 'text', text: '', reason: 'Something is missing here.' };

export const isBlank = (form: FieldForm): boolean => form.kind === 'text' && form.text.trim() === '';

/** What is missing before a form can be written, as a sentence; undefined if nothing is. */
export function formProblem(form: FieldForm): string | undefined {
  if (isBlank(form)) return 'Choose a source field or type a value.';
  switch (form.kind) {
    case 'source':
      return form.path.map(({ only }) => only && conditionProblem(only)).find(isSaid);
    case 'template':
      return form.parts.length === 0
        ? 'Add a text or a field.'
        : partProblem(form.parts, 'One part of the text is empty.');
    case 'first-filled':
      return form.alternatives.length < 2
        ? 'Add a second value, which is used when the first is empty.'
        : partProblem(form.alternatives, 'One of the values is not chosen yet.');
    case 'condition':
      return caseProblem(form);
    case 'check':
      return conditionProblem(form.test);
    case 'value-map':
      if (form.map === '') return 'Choose the value map.';
      return valueProblem(form.value, 'Choose the value that is looked up.') ?? optionalProblem(form.otherwise);
    case 'date':
      if (form.pattern === '') return 'Type how the date is written, such as dd.MM.yyyy.';
      if (form.how === 'zone' && (form.timeZone ?? '') === '') return 'Type the time zone, such as Europe/Berlin.';
      return valueProblem(form.value, 'Choose the date.');
    case 'money':
      return valueProblem(form.amount, 'Choose the amount.') ?? valueProblem(form.currency, 'Choose the currency.');
    case 'conversion':
      return valueProblem(form.value, 'Choose the value that is converted.');
    case 'part':
      return valueProblem(form.value, 'Choose the text.') ?? patternProblem(form.pattern);
    case 'function':
      return form.name === '' ? 'Choose the function.' : partProblem(form.args, 'One of the arguments is empty.');
    case 'calculation':
      return partProblem([form.left, form.right], 'One side of the calculation is empty.');
    case 'values':
      return partProblem(form.items, 'One of the values is empty.');
    case 'aggregate':
      return valueProblem(form.list, 'Choose the list.');
    case 'list':
      return (
        valueProblem(form.from, 'Choose the list.') ??
        partProblem(
          form.order.map(({ by }) => by),
          'Choose the field that decides the order.',
        ) ??
        (form.item && valueProblem(form.item, 'Choose what each item becomes.'))
      );
    case 'group':
      if (form.from.length === 0) return 'Choose the list.';
      return (
        valueProblem(form.by, 'Choose the field whose values tell the groups apart.') ??
        valueProblem(form.item, 'Choose what each group becomes.')
      );
    case 'constant':
    case 'object':
    case 'text':
      return undefined;
  }
}

function patternProblem(pattern: string): string | undefined {
  if (pattern === '') return 'Type the pattern of the part, such as ^[A-Z]{2} for two capitals at the start.';
  const [error] = parseMapping(`/${pattern.replaceAll(/(\\.)|\//g, '')}/`).errors;
  return error === undefined ? undefined : `The pattern cannot be read: ${error.message}`;
}

const isSaid = (problem: string | undefined): problem is string => problem !== undefined;

const valueProblem = (form: FieldForm, missing: string): string | undefined =>
  isBlank(form) ? missing : formProblem(form);

const optionalProblem = (form: FieldForm | undefined): string | undefined =>
  form && valueProblem(form, 'Choose the value that is used otherwise.');

const partProblem = (forms: readonly FieldForm[], missing: string): string | undefined =>
  forms.map((form) => valueProblem(form, missing)).find(isSaid);

function caseProblem({ cases, otherwise }: Extract<FieldForm, { kind: 'condition' }>): string | undefined {
  if (cases.length === 0) return 'Add a case.';
  const problems = cases.map(
    ({ when, value }) => conditionProblem(when) ?? valueProblem(value, 'Choose the value that the field gets.'),
  );
  return problems.find(isSaid) ?? optionalProblem(otherwise);
}

function conditionProblem({ rows }: Condition): string | undefined {
  if (rows.length === 0) return 'Add a row to the condition.';
  return rows
    .map((row) => {
      if (row.kind === 'group') return conditionProblem(row.condition);
      if (row.kind === 'state') return valueProblem(row.value, 'Choose the field that the condition looks at.');
      return (
        valueProblem(row.left, 'Choose the field that the condition looks at.') ??
        valueProblem(row.right, 'Choose the value that it is compared with.')
      );
    })
    .find(isSaid);
}
