import { group, indent, line, softLine, type Layout } from './layout.ts';
import { bindingPowerOf } from './operators.ts';
import { printArguments, printBlock, printBraces, printList } from './print-brackets.ts';
import type { SyntaxNode } from './syntax-node.ts';
import type { TokenPrinter } from './token-printer.ts';
import { withoutKeepArray } from './without-keep-array.ts';

/** The layout of a node in a tree without errors. Consumes exactly the node's tokens, in their order. */
export function printNode(node: SyntaxNode, tokens: TokenPrinter): Layout {
  const print = (child: SyntaxNode): Layout => printNode(child, tokens);
  switch (node.kind) {
    case 'missing':
      return '';
    case 'name':
    case 'variable':
    case 'literal':
    case 'regex':
    case 'wildcard':
    case 'descendant':
    case 'parent':
    case 'placeholder':
      return tokens.take();
    case 'negate':
      return [tokens.take(), print(node.operand)];
    case 'binary':
      return printBinary(node, tokens);
    case 'conditional':
      return group([print(node.condition), indent(branchesOf(node, tokens))]);
    case 'filter':
      return [print(node.subject), printList(tokens, [() => print(node.predicate)])];
    case 'keepArray':
      return printKeepArray(node, tokens);
    case 'group':
      return [print(node.subject), printBraces(tokens, entriesOf(node.entries, tokens))];
    case 'sort': {
      const terms = node.terms.map(({ expression }) => () => {
        const isMarked = tokens.isNext('<') || tokens.isNext('>');
        return isMarked ? [tokens.take(), print(expression)] : print(expression);
      });
      return [print(node.subject), tokens.take(), printList(tokens, terms)];
    }
    case 'call':
      return [print(node.callee), printArguments(tokens, node.args, print)];
    case 'lambda':
      return printLambda(node, tokens);
    case 'block':
      return printBlock(tokens, node.expressions, print);
    case 'array':
      return printList(
        tokens,
        node.items.map((item) => () => print(item)),
      );
    case 'object':
      return printBraces(tokens, entriesOf(node.entries, tokens));
    case 'transform': {
      const parts = [tokens.take(), print(node.pattern), tokens.take(), print(node.update)];
      if (node.remove !== undefined) parts.push(tokens.take(), ' ', print(node.remove));
      return [...parts, tokens.take()];
    }
  }
}

type Of<Kind extends SyntaxNode['kind']> = SyntaxNode & { kind: Kind };

/**
 * Without recursion: `[]` is the only operator that may be repeated any number of times, because it only sets a mark.
 */
function printKeepArray(node: Of<'keepArray'>, tokens: TokenPrinter): Layout {
  const parts: Layout[] = [printNode(withoutKeepArray(node), tokens)];
  for (let mark: SyntaxNode = node; mark.kind === 'keepArray'; mark = mark.subject) {
    parts.push(tokens.take(), tokens.take());
  }
  return parts;
}

const withoutSpaces = new Set(['.', '..', '@', '#']);

function printBinary(node: Of<'binary'>, tokens: TokenPrinter): Layout {
  if (withoutSpaces.has(node.operator)) {
    return [printNode(node.left, tokens), tokens.take(), printNode(node.right, tokens)];
  }
  if (node.operator === ':=') {
    return [printNode(node.left, tokens), ' ', tokens.take(), ' ', printNode(node.right, tokens)];
  }
  const [first = '', ...rest] = chainOf(node, tokens);
  return group([first, indent(rest)]);
}

/** `a + b - c` breaks before all of its operators or none. */
function chainOf(node: Of<'binary'>, tokens: TokenPrinter): Layout[] {
  const { left } = node;
  const goesOn =
    left.kind === 'binary' &&
    bindingPowerOf(left.operator) === bindingPowerOf(node.operator) &&
    !withoutSpaces.has(left.operator);
  const chain = goesOn ? chainOf(left, tokens) : [printNode(left, tokens)];
  chain.push([line, tokens.take(), ' ', printNode(node.right, tokens)]);
  return chain;
}

/** `? a : b`, and further conditions after the colon at the same depth. */
function branchesOf(node: Of<'conditional'>, tokens: TokenPrinter): Layout[] {
  const branches: Layout[] = [line, tokens.take(), ' ', printNode(node.whenTrue, tokens)];
  const { whenFalse } = node;
  if (whenFalse === undefined) return branches;
  branches.push(line, tokens.take(), ' ');
  if (whenFalse.kind !== 'conditional') return [...branches, printNode(whenFalse, tokens)];
  branches.push(printNode(whenFalse.condition, tokens), branchesOf(whenFalse, tokens));
  return branches;
}

function entriesOf(entries: Of<'object'>['entries'], tokens: TokenPrinter): (() => Layout)[] {
  return entries.map(({ key, value }) => () => [printNode(key, tokens), tokens.take(), ' ', printNode(value, tokens)]);
}

function printLambda(node: Of<'lambda'>, tokens: TokenPrinter): Layout {
  const head: Layout[] = [];
  while (!tokens.isNext('(')) head.push(tokens.take());
  head.push(
    printList(
      tokens,
      node.parameters.map((parameter) => () => printNode(parameter, tokens)),
    ),
  );
  if (node.signature !== undefined) head.push(printSignature(node.signature.end, tokens));
  const open = tokens.take();
  const body = indent([line, printNode(node.body, tokens), tokens.comments()]);
  return [head, ' ', group([open, body, line, tokens.take()])];
}

/**
 * Prints a signature as it was written: its tokens are read as one text, and not everything that is allowed in it has a
 * meaning.
 */
function printSignature(end: number, tokens: TokenPrinter): Layout {
  const parts: Layout[] = [tokens.take()];
  while (tokens.offset < end) parts.push(tokens.hasTrivia() ? ' ' : '', tokens.take());
  return group([softLine, parts]);
}
