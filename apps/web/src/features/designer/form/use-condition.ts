'use client';
import { use, useMemo } from 'react';
import {
  conditionSentence,
  editConditionText,
  formProblem,
  readConditionText,
  sentenceOf,
  type Condition,
  type FieldForm,
} from '@throughline/core/mapping/fields';
import type { FormScope } from '#features/mapper/field-editor/form-scope.ts';
import type { ComboboxOption } from '#ui/matching-options.ts';
import { optionOf, startCondition, withFittingValues, wordsOf } from './condition-rows.ts';
import { useFormContext } from './form-context.ts';
import { KindFieldsLater } from './kind-fields-later.tsx';
import { unappliedAt, UnappliedContext, unappliedSentence } from './unapplied.ts';
import { useDataOptions } from './use-data-options.ts';

interface ConditionDraft {
  /** What the expression says, or what somebody is still putting together; undefined if it cannot be shown as rows. */
  readonly condition: Condition | undefined;
  /** What is missing before the rows count. */
  readonly problem: string | undefined;
  /** What the expression says, as a sentence. */
  readonly sentence: string | undefined;
  readonly change: (condition: Condition) => void;
  /** What the parts of the rows can choose from. */
  readonly scope: FormScope;
}

const unwritable = 'Choose a field. What is no field can only be written as an expression.';

/** The expression of a field as rows. Rows that are complete are written at once; others are kept until they are. */
export const useCondition = (
  field: string,
  expression: string,
  onChange: (expression: string) => void,
): ConditionDraft => {
  const { subject } = useFormContext();
  const { all, hold: keep } = use(UnappliedContext);
  const place = { subject, field };
  const options = useDataOptions();
  const byPath = useMemo(() => new Map(options.map((option) => [option.value, option])), [options]);
  const written = useMemo(() => readConditionText(expression), [expression]);
  const current = unappliedAt(all, place, expression);
  const condition = current?.condition ?? written ?? (expression.trim() === '' ? startCondition : undefined);
  const typeOf = (form: FieldForm) => (form.kind === 'source' ? optionOf(form.path, byPath)?.hint : undefined);
  const change = (next: Condition) => {
    const fitting = condition === undefined ? next : withFittingValues(condition, next, typeOf);
    const hold = (problem: string) => keep(place, { of: expression, condition: fitting, problem });
    const missing = formProblem({ kind: 'check', test: fitting });
    if (missing !== undefined) return hold(missing);
    const text = editConditionText(expression, fitting);
    if (readConditionText(text) === undefined) return hold(unwritable);
    keep(place, undefined);
    if (text !== expression) onChange(text);
  };
  return {
    condition,
    problem: current && unappliedSentence(current),
    sentence: written && conditionSentence(written, (path) => wordsOf(optionOf(path, byPath))),
    change,
    scope: useScope(options, byPath),
  };
};

const useScope = (options: readonly ComboboxOption[], byPath: ReadonlyMap<string, ComboboxOption>): FormScope => {
  const { isReadOnly, scope } = useFormContext();
  return useMemo(
    () => ({
      isReadOnly,
      options,
      optionsWithin: () => [],
      valueMaps: Object.fromEntries((scope.valueMaps ?? []).map((key) => [key, {}])),
      lookups: () => Promise.resolve(undefined),
      allowed: [],
      fields: [],
      say: (form) => sentenceOf(form, (path) => optionOf(path, byPath)?.names?.at(-1)),
      Fields: KindFieldsLater,
    }),
    [isReadOnly, scope, options, byPath],
  );
};
