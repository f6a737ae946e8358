'use client';
import { useState } from 'react';
import {
  blankForm,
  editExpression,
  editField,
  editNote,
  formProblem,
  readField,
  type FieldForm,
} from '@throughline/core/mapping/fields';
import { patchMapping, type TextEdit } from '@throughline/core/mapping/syntax';
import { keepFocus } from './keep-focus.ts';

interface FieldDraftInput {
  readonly text: string;
  readonly target: readonly string[];
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
}

/** A field in the editor. A form that is complete is written at once, as one step to undo; nothing else is written. */
export const useFieldDraft = ({ text, target, onEdit }: FieldDraftInput): FieldDraft => {
  const [pending, setPending] = useState<Pending>();
  const field = target.join('\n');
  const written = readField(text, target);
  const current = pending?.text === text && pending.field === field ? pending : undefined;
  const form = current?.form ?? written ?? blankForm;
  const hold = (next: FieldForm, problem: string) => setPending({ text, field, form: next, problem });
  const write = (next: FieldForm, edit: ReturnType<typeof editField>) => {
    if ('reason' in edit) return hold(next, edit.reason);
    setPending(undefined);
    if (edit.edits.length > 0) onEdit(text, edit.edits);
  };
  return {
    form,
    isSet: written !== undefined,
    problem: current?.problem,
    change: (next) => {
      keepFocus();
      const problem = formProblem(next);
      if (problem === undefined) write(next, editField(text, target, next));
      else hold(next, problem);
    },
    begin: (next) => hold(next, formProblem(next) ?? 'Nothing is written yet. Set the value.'),
    setExpression: (expression) => {
      if (expression.trim() !== '') write(form, editExpression(text, target, expression.trim()));
    },
    setNote: (note) => {
      const edits = editNote(text, target, note);
      if (edits !== undefined && edits.length > 0) onEdit(text, edits);
    },
    remove: () => {
      keepFocus();
      const result = patchMapping(text, { operation: 'remove', target });
      if (result.isOk) onEdit(text, result.edits);
      else hold(form, result.message);
    },
  };
};
