import { bindingPowerOf } from '../../syntax/operators.ts';
import type { LambdaSyntax, SyntaxNode } from '../../syntax/syntax-node.ts';
import type { FieldForm, FormOf, ListOrder } from '../field-form.ts';
import { readPath } from './field-path.ts';
import { isCallOf } from './is-call-of.ts';
import type { FormKind, FormReader, FormSpeaker, WriteForm } from './form-kind.ts';

export const list: FormKind<'list'> = {
  read(node, reader) {
    const [only] = node.kind === 'array' && node.items.length === 1 ? node.items : [];
    const isKept = only !== undefined;
    const inner = only ?? node;
    const path = isKept ? readPath(inner, reader) : undefined;
    if (path !== undefined) return { kind: 'list', from: { kind: 'source', path }, order: [], isKept };
    const built = readMapped(inner, reader) ?? readEach(inner, reader) ?? readOrdered(inner, reader);
    return built && { kind: 'list', ...built, isKept };
  },
  write(form, write) {
    const text = form.variables === undefined ? writeEach(form, write) : writeMapped(form, form.variables, write);
    return form.isKept ? `[${text}]` : text;
  },
  say({ from, order, item }, speaker) {
    const ordered =
      order.length === 0 ? '' : `, ordered by ${order.map((each) => sayOrder(each, speaker)).join(', then ')}`;
    if (item === undefined) return `the list of ${speaker.form(from)}${ordered}`;
    const made = item.kind === 'object' ? 'an item with fields of its own' : speaker.form(item);
    return `for each of ${speaker.form(from)}${ordered}, ${made}`;
  },
};

type Built = Omit<FormOf<'list'>, 'kind' | 'isKept'>;

const sayOrder = ({ by, isDescending }: ListOrder, speaker: FormSpeaker): string =>
  `${speaker.form(by)}${isDescending ? ' from high to low' : ''}`;

/** `$map(list, function($item, $index) { … })`. */
function readMapped(node: SyntaxNode, reader: FormReader): Built | undefined {
  if (!isCallOf(node, 'map', 2)) return undefined;
  const [from, lambda] = node.args;
  if (from === undefined || lambda?.kind !== 'lambda' || lambda.signature !== undefined) return undefined;
  const variables = variablesOf(lambda);
  if (variables.length < lambda.parameters.length || variables.length === 0) return undefined;
  const ordered = readOrdered(from, reader) ?? { from: reader.form(from), order: [] };
  return { ...ordered, item: reader.form(lambda.body), variables };
}

const variablesOf = ({ parameters }: LambdaSyntax): string[] =>
  parameters.flatMap((parameter) => (parameter.kind === 'variable' ? [`$${parameter.name}`] : []));

/** `list.{ … }` and `list.$function(…)`. */
function readEach(node: SyntaxNode, reader: FormReader): Built | undefined {
  if (node.kind !== 'binary' || node.operator !== '.') return undefined;
  const { left, right } = node;
  const path = readPath(left, reader);
  const ordered: Built | undefined =
    path === undefined ? readOrdered(left, reader) : { from: { kind: 'source', path }, order: [] };
  return ordered && { ...ordered, item: reader.form(right) };
}

function readOrdered(node: SyntaxNode, reader: FormReader): Built | undefined {
  if (node.kind !== 'sort') return undefined;
  return {
    from: reader.form(node.subject),
    order: node.terms.map(({ expression, isDescending }) => ({ by: reader.form(expression), isDescending })),
  };
}

function writeMapped({ from, order, item }: FormOf<'list'>, variables: readonly string[], write: WriteForm): string {
  const body = item === undefined ? (variables[0] ?? '$') : write(item);
  return `$map(${writeOrdered(from, order, write)}, function(${variables.join(', ')}) { ${body} })`;
}

function writeEach({ from, order, item }: FormOf<'list'>, write: WriteForm): string {
  const ordered = writeOrdered(from, order, write);
  if (item === undefined) return ordered;
  // A text behind a dot would be the name of a field.
  const made = item.kind === 'constant' ? `(${write(item)})` : write(item, bindingPowerOf('.'));
  return `${ordered}.${made}`;
}

function writeOrdered(from: FieldForm, order: readonly ListOrder[], write: WriteForm): string {
  if (order.length === 0) return write(from, bindingPowerOf('.') - 1);
  const terms = order.map(({ by, isDescending }) => `${isDescending ? '>' : ''}${write(by)}`);
  return `${write(from, bindingPowerOf('.') - 1)}^(${terms.join(', ')})`;
}
