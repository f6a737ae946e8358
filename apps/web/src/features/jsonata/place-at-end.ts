import type { SyntaxNode, SyntaxTree } from '@throughline/core/mapping/syntax';
import type { Environment, SchemaReader } from './schema-reader.ts';

export interface Place {
  readonly environment: Environment;
  /**
   * The expressions that contain the position, innermost last. If an expression is missing there, it is the last one.
   */
  readonly around: readonly SyntaxNode[];
}

/** What surrounds the end of a text, and what can be read there. */
export function placeAtEnd({ tokens, root, rest }: SyntaxTree, reader: SchemaReader): Place {
  const end = tokens.findLast(({ kind }) => kind !== 'space' && kind !== 'comment')?.end ?? 0;
  let node = rest.at(-1) ?? root;
  let environment = reader.top;
  const around: SyntaxNode[] = [];
  for (;;) {
    around.push(node);
    const parts = reader.parts(node, environment);
    const next = parts.findLast((part) => part.node.end === end);
    if (next === undefined) {
      return { around, environment: node.kind === 'block' ? reader.afterBlock(parts, environment) : environment };
    }
    ({ node, environment } = next);
  }
}

/** True if the key of an object's field belongs here. */
export function isKeyPlace({ around }: Place): boolean {
  const inner = around.at(-1);
  if (inner?.kind === 'object') return inner.entries.length === 0;
  const object = around.at(-2);
  return inner?.kind === 'missing' && object?.kind === 'object' && object.entries.at(-1)?.key.kind === 'missing';
}

/** Name of the function whose first argument belongs here, without the `$`. */
export function callWaitingAt({ around }: Place): string | undefined {
  const inner = around.at(-1);
  const call = inner?.kind === 'missing' ? around.at(-2) : inner;
  if (call?.kind !== 'call' || call.args.length > 1 || call.callee.kind !== 'variable') return undefined;
  return call.callee.name;
}
