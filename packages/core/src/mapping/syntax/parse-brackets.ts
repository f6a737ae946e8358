import type { Parser } from './parser.ts';
import type { BlockSyntax, EntrySyntax, SyntaxNode, TransformSyntax, ArraySyntax } from './syntax-node.ts';

/** How a list ends. `isInfix`: a `/` after the closing bracket divides. */
export interface ListEnd {
  readonly closer: string;
  readonly isInfix: boolean;
  readonly mayBeEmpty: boolean;
}

/** Parses items separated by commas up to a closing bracket. The opening one was already consumed. */
export function parseList<T>(parser: Parser, { closer, isInfix, mayBeEmpty }: ListEnd, item: () => T): T[] {
  const items: T[] = [];
  parser.within([closer, ','], () => {
    if (mayBeEmpty && parser.isAt(closer)) return;
    for (;;) {
      items.push(item());
      if (!parser.isAt(',') && !parser.isAt(closer)) {
        const { start, end } = parser.rangeOfCurrent();
        const code = parser.current.kind === 'end' ? 'S0203' : 'S0202';
        parser.errors.report(code, start, end, { found: parser.currentText(), wanted: closer });
        if (parser.isAtStrayCloser()) return;
        parser.recover();
      }
      if (!parser.isAt(',')) return;
      parser.advance(false);
    }
  });
  parser.close(closer, isInfix);
  return items;
}

/** `(a; b)`. */
export function parseBlock(parser: Parser): BlockSyntax {
  const { start } = parser.advance(true);
  const expressions: SyntaxNode[] = [];
  parser.within([')', ';'], () => {
    while (!parser.isAt(')')) {
      expressions.push(parser.expression(0));
      if (!parser.isAt(';') && !parser.isAt(')')) {
        parser.expect(')', true);
        if (parser.isAtStrayCloser()) return;
        parser.recover();
      }
      if (!parser.isAt(';')) return;
      parser.advance(false);
    }
  });
  parser.close(')', true);
  return { kind: 'block', start, end: parser.previousEnd, expressions };
}

/** `[a, b..c]`. */
export function parseArray(parser: Parser): ArraySyntax {
  const { start } = parser.advance(true);
  const items = parseList(parser, { closer: ']', isInfix: true, mayBeEmpty: true }, () => {
    const item = parser.expression(0);
    if (!parser.isAt('..')) return item;
    const operatorRange = { start: parser.current.start, end: parser.current.end };
    parser.advance(false);
    const right = parser.expression(0);
    const { start, end } = { start: item.start, end: Math.max(right.end, operatorRange.end) };
    return { kind: 'binary', start, end, operator: '..', operatorRange, left: item, right } as const;
  });
  return { kind: 'array', start, end: parser.previousEnd, items };
}

/** `{key: value}`; `isInfix` says how to read the token after the opening brace. */
export function parseEntries(parser: Parser, isInfix: boolean): EntrySyntax[] {
  parser.advance(isInfix);
  return parseList(parser, { closer: '}', isInfix: true, mayBeEmpty: true }, () => {
    const key = parser.within([':'], () => parser.expression(0));
    if (!parser.expect(':', false)) {
      parser.within([':'], () => parser.recover());
      if (parser.isAt(':')) parser.advance(false);
    }
    const value = parser.expression(0);
    return { kind: 'entry', start: key.start, end: Math.max(value.end, key.end), key, value };
  });
}

/** `|pattern|update, remove|`. */
export function parseTransform(parser: Parser): TransformSyntax {
  const { start } = parser.advance(true);
  const part = (): SyntaxNode => parser.within(['|', ','], () => parser.expression(0));
  const pattern = part();
  parser.close('|', false);
  const update = part();
  let remove: SyntaxNode | undefined;
  if (parser.isAt(',')) {
    parser.advance(false);
    remove = part();
  }
  parser.close('|', false);
  return { kind: 'transform', start, end: parser.previousEnd, pattern, update, remove };
}
