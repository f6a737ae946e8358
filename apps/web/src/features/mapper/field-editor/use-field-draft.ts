'use client';
import { useMemo, useState } from 'react';
import {
  blankForm,
  editExpression,
  editField,
  editNote,
  formProblem,
  readField,
  removeField,
  type FieldForm,
  type FieldShapes,
} from '@throughline/core/mapping/fields';
import type { TextEdit } from '@throughline/core/mapping/syntax';
import { keepFocus } from './keep-focus.ts';

interface FieldDraftInput {
  readonly text: string;
  readonly target: readonly string[];
  readonly shapes: FieldShapes;
  readonly onEdit: (base: string, edits: readonly TextEdit[]) => void;
}

export interface FieldDraft {
  /** What the field says, or what somebody is still putting together. */
  readonly form: FieldForm;
  /** True if the text sets the field. */
  readonly isSet: boolean;
  /** Why the form is not in the text, as a sentence. */
  readonly problem: string | undefined;
  readonly change: (form: FieldForm) => void;
  /** Shows a form that only counts once somebody completes it. */
  readonly begin: (form: FieldForm) => void;
  /** Writes the form that was begun as it is; absent while it has no value of its own. */
  readonly replace: (() => void) | undefined;
  readonly setExpression: (expression: string) => void;
  readonly setNote: (note: string) => void;
  readonly remove: () => void;
}

/** What is being put together; it ends as soon as the text changes. */
interface Pending {
  readonly text: string;
  readonly field: string;
  readonly form: FieldForm;
  readonly problem: string;
  /** It could be written as it is, and only waits because it would replace what is there. */
  readonly isWhole: boolean;
}

const wholeProblem = 'Nothing is written yet, because this would replace what is there.';

/** A field in the editor. A form that is complete is written at once, as one step to undo; nothing else is written. */
export const useFieldDraft = ({ text, target, shapes, onEdit }: FieldDraftInput): FieldDraft => {
  const [pending, setPending] = useState<Pending>();
  const field = target.join('\n');
  const written = useMemo(() => readField(text, target), [text, target]);
  const current = pending?.text === text && pending.field === field ? pending : undefined;
  const form = current?.form ?? written ?? blankForm;
  const hold = (next: FieldForm, problem: string, isWhole = false) =>
    setPending({ text, field, form: next, problem, isWhole });
  const write = (next: FieldForm, edit: ReturnType<typeof editField>) => {
    if ('reason' in edit) return hold(next, edit.reason);
    setPending(undefined);
    if (edit.edits.length > 0) onEdit(text, edit.edits);
  };
  const change = (next: FieldForm) => {
    keepFocus();
    const problem = formProblem(next);
    if (problem === undefined) write(next, editField(text, target, next, shapes));
    else hold(next, problem);
  };
  return {
    form,
    isSet: written !== undefined,
    problem: current?.problem,
    change,
    begin: (next) => {
      const isWhole = next.kind !== 'constant' || next.value !== '';
      hold(next, isWhole ? wholeProblem : 'Nothing is written yet. Set the value.', isWhole);
    },
    replace: current?.isWhole === true ? () => change(current.form) : undefined,
    setExpression: (expression) => {
      if (expression.trim() !== '') write(form, editExpression(text, target, expression.trim(), shapes));
    },
    setNote: (note) => {
      const edits = editNote(text, target, note);
      if (edits !== undefined && edits.length > 0) onEdit(text, edits);
    },
    remove: () => {
      keepFocus();
      const result = removeField(text, target);
      if ('edits' in result) onEdit(text, result.edits);
      else hold(form, result.reason);
    },
  };
};
