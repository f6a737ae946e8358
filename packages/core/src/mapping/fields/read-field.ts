import { ErrorList } from '../syntax/error-list.ts';
import { findTarget } from '../syntax/find-target.ts';
import { parseTree } from '../syntax/parse-tree.ts';
import type { SyntaxNode, SyntaxTree } from '../syntax/syntax-node.ts';
import type { FieldForm } from './field-form.ts';
import type { FormKind, FormReader } from './forms/form-kind.ts';
import { formKinds } from './forms/registry.ts';
import { withoutBrackets } from './forms/without-brackets.ts';
import { readTree } from './read-tree.ts';
import { isSameSyntax } from './same-syntax.ts';
import { writeField } from './write-field.ts';

/** How the text fills a target field; undefined if it does not, or writes the field more than once. */
export function readField(mapping: string | SyntaxTree, target: readonly string[]): FieldForm | undefined {
  const tree = typeof mapping === 'string' ? readTree(mapping) : mapping;
  const value = valueOf(tree, target);
  return value && readForm(value, tree.text);
}

/** The expression of a target field as it is written; undefined as for `readField`. */
export function expressionOf(text: string, target: readonly string[]): string | undefined {
  const value = valueOf(readTree(text), target);
  return value && text.slice(value.start, value.end);
}

function valueOf({ root }: SyntaxTree, target: readonly string[]): SyntaxNode | undefined {
  const [entry, ...more] = findTarget(root, target).entries;
  return entry === undefined || more.length > 0 || entry.value.kind === 'missing' ? undefined : entry.value;
}

/** The form of a whole expression. */
export function readExpressionForm(expression: string): FieldForm {
  const tree = parseTree(expression, new ErrorList());
  if (tree.rest.length > 0) return { kind: 'text', text: expression, reason: 'The text has an error.' };
  return readForm(tree.root, expression);
}

/** A form never claims what it could not write again: an expression that would come back different stays text. */
function readForm(written: SyntaxNode, text: string): FieldForm {
  const node = withoutBrackets(written);
  const reader: FormReader = {
    form: (inner) => readForm(inner, text),
    text: ({ start, end }) => text.slice(start, end),
  };
  for (const kind of Object.values(formKinds) as FormKind<FieldForm['kind']>[]) {
    const form = kind.read(node, reader);
    if (form === undefined) continue;
    if (form.kind === 'text' || isSameSyntax(node, parseTree(writeField(form), new ErrorList()).root)) return form;
  }
  return formKinds.text.read(node, reader) ?? { kind: 'text', text: reader.text(node), reason: '' };
}
