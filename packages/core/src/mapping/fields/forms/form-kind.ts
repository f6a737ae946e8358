import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import type { Condition, FieldForm, FieldFormKind, FieldPath, FormOf } from '../field-form.ts';

/** How one kind of form is read from a tree, written as text, and said in words. */
export interface FormKind<Kind extends FieldFormKind> {
  /** Undefined if the expression is of another kind. */
  readonly read: (node: SyntaxNode, reader: FormReader) => FormOf<Kind> | undefined;
  readonly write: (form: FormOf<Kind>, write: WriteForm) => string;
  /** A phrase that can stand in the middle of a sentence. */
  readonly say: (form: FormOf<Kind>, speaker: FormSpeaker) => string;
}

export interface FormReader {
  readonly form: (node: SyntaxNode) => FieldForm;
  readonly text: (node: SyntaxNode) => string;
}

/** With `power`, the text is put in brackets if an operator of this strength would tear it apart. */
export type WriteForm = (form: FieldForm, power?: number) => string;

export interface FormSpeaker {
  readonly form: (form: FieldForm) => string;
  readonly path: (path: FieldPath) => string;
  readonly condition: (condition: Condition) => string;
}
