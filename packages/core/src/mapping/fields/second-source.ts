import { bindingPowerOf } from '../syntax/operators.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import type { FieldEnds } from './field-ends.ts';
import { bracketed } from './bracketed.ts';
import { readTree } from './read-tree.ts';

/** One way to keep what a field holds and add another source to it. */
export interface SecondSource {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** The ways to add a source to a field that is already set, by the kinds of both. */
export function secondSource(existing: string, added: string, { source, target }: FieldEnds): SecondSource[] {
  const ways: SecondSource[] = [];
  if (target.kind === 'list') {
    ways.push({
      key: 'append',
      label: `Add ${source.name} to the list`,
      text: `$append(${existing}, ${added})`,
    });
  } else if (target.kind === 'text' || target.kind === 'any') {
    ways.push({
      key: 'combine',
      label: `Combine both into one text`,
      text: `${bracketed(existing, bindingPowerOf('&') - 1)} & " " & ${bracketed(added, bindingPowerOf('&'))}`,
    });
  }
  ways.push({
    key: 'first-filled',
    label: `Use ${source.name} when what is there is empty`,
    text: fallback(existing, added),
  });
  ways.push({
    key: 'condition',
    label:
      source.kind === 'boolean'
        ? `Keep what is there only if ${source.name} is yes`
        : `Keep what is there only if ${source.name} is filled`,
    text: `${bracketed(added, bindingPowerOf('?'))} ? ${existing}`,
  });
  return ways;
}

/** An expression that takes something else when what is there is empty. */
export const fallback = (existing: string, added: string): string =>
  `${isOpenDefault(readTree(existing).root) ? existing : bracketed(existing, bindingPowerOf('?:'))} ?: ${added}`;

/** A list of one value can leave out a value that another field has already; `added` reads that field as it is. */
export function differing(existing: string, added: string, { source, target }: FieldEnds): SecondSource[] {
  const { root } = readTree(existing);
  const [only, ...more] = root.kind === 'array' ? root.items : [];
  if (target.kind !== 'list' || only === undefined || more.length > 0 || !isPath(only)) return [];
  const value = existing.slice(only.start, only.end);
  return [
    {
      key: 'differing',
      label: `Keep what is there only if both are filled and it differs from ${source.name}`,
      text: `${value} and ${added} and ${value} != ${added} ? ${existing}`,
    },
  ];
}

const isPath = (node: SyntaxNode): boolean =>
  node.kind === 'name' ||
  node.kind === 'variable' ||
  (node.kind === 'binary' && node.operator === '.' && isPath(node.left) && isPath(node.right));

/**
 * A chain of `?:` can be continued at its end. What follows such an operator extends as far as possible, so a `??`, or a
 * last alternative of looser operators, would take the added one into its own right side.
 */
function isOpenDefault(node: SyntaxNode): boolean {
  if (node.kind !== 'binary' || node.operator !== '?:') return false;
  return isOpenDefault(node.right) || isTight(node.right);
}

const isTight = (node: SyntaxNode): boolean =>
  node.kind !== 'conditional' &&
  (node.kind !== 'binary' || (bindingPowerOf(node.operator) > bindingPowerOf('?:') && node.operator !== '??'));
