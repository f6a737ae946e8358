import { childrenOf } from '../../../src/mapping/syntax/children-of.ts';
import type { SyntaxNode } from '../../../src/mapping/syntax/syntax-node.ts';
import { nodesOf } from './cross-expressions.ts';

/** A text and one input. */
export interface Failure {
  readonly text: string;
  readonly input: unknown;
}

const maxAttempts = 4_000;

/** Makes a failing case smaller in various ways, as long as it still fails. */
export async function shrink(failure: Failure, isFailure: (failure: Failure) => Promise<boolean>): Promise<Failure> {
  let smallest = failure;
  let attempts = 0;
  for (;;) {
    const before = smallest;
    for (const candidate of candidatesFor(smallest)) {
      attempts += 1;
      if (attempts > maxAttempts) return smallest;
      if (!(await isFailure(candidate))) continue;
      smallest = candidate;
      break;
    }
    if (smallest === before) return smallest;
  }
}

function* candidatesFor({ text, input }: Failure): Generator<Failure> {
  const texts = [...new Set(smallerTexts(text))].toSorted((left, right) => left.length - right.length);
  for (const smaller of texts) yield { text: smaller, input };
  for (const smaller of smallerValues(input)) yield { text, input: smaller };
}

const simplest = ['1', '"a"', '$', 'a', '[]', '{}'];

function* smallerTexts(text: string): Generator<string> {
  for (const node of nodesOf(text)) {
    const length = node.end - node.start;
    const replaced = (part: string): string => text.slice(0, node.start) + part + text.slice(node.end);
    for (const child of descendantsOf(node)) yield replaced(text.slice(child.start, child.end));
    for (const part of simplest) {
      if (part.length < length || (part.length === length && part < text.slice(node.start, node.end)))
        yield replaced(part);
    }
    yield* withoutOne(text, childrenOf(node));
  }
}

function* descendantsOf(node: SyntaxNode): Generator<SyntaxNode> {
  for (const child of childrenOf(node)) {
    yield child;
    yield* childrenOf(child);
  }
}

/**
 * Removes one of several parts and the separator next to it. If that breaks the text, it simply does not fail the same
 * way.
 */
function* withoutOne(text: string, parts: readonly SyntaxNode[]): Generator<string> {
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const previous = parts[index - 1];
    if (next !== undefined) yield text.slice(0, part.start) + text.slice(next.start);
    if (previous !== undefined) yield text.slice(0, previous.end) + text.slice(part.end);
    const second = parts[index + 2];
    if (second !== undefined) yield text.slice(0, part.start) + text.slice(second.start);
    yield text.slice(0, part.start).replace(/[[(]?\s*$/, '') + text.slice(part.end).replace(/^\s*[\])]?/, '');
  }
}

function* smallerValues(value: unknown): Generator {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined && value !== 1) yield 1;
    return;
  }
  yield* [undefined, 1, {}, []].slice(0, Object.keys(value).length === 0 ? 2 : 4);
  yield* Object.values(value);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield value.toSpliced(index, 1);
      for (const smaller of smallerValues(item)) yield value.with(index, smaller);
    }
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    const { [key]: _, ...others } = value as Record<string, unknown>;
    yield others;
    for (const smaller of smallerValues(member)) yield { ...value, [key]: smaller };
  }
}
