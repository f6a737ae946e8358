import type { ErrorList } from './error-list.ts';
import { scanToken } from './scan-token.ts';
import type { MissingSyntax, SyntaxNode } from './syntax-node.ts';
import { isTrivia, type Token } from './token.ts';

/** Operands nested deeper are refused, so that no text can exhaust the stack. */
const maxDepth = 400;

/**
 * The state of one parse: the token at the cursor, everything read so far, and what the constructs around the cursor
 * wait for. The grammar itself is in `parse-expression.ts` and its neighbours.
 */
export class Parser {
  readonly text: string;
  readonly errors: ErrorList;
  readonly tokens: Token[] = [];
  current: Token = { kind: 'end', start: 0, end: 0, value: null };
  /** The end of the last token that was consumed. */
  previousEnd = 0;
  /** Provided by the grammar: parses one expression of operators that bind more strongly than `rbp`. */
  readonly #parseExpression: (parser: Parser, rbp: number) => SyntaxNode;
  readonly #wanted = new Map<string, number>();
  #offset = 0;
  #depth = 0;

  constructor(text: string, errors: ErrorList, parseExpression: (parser: Parser, rbp: number) => SyntaxNode) {
    this.text = text;
    this.errors = errors;
    this.#parseExpression = parseExpression;
    this.advance(false);
    this.previousEnd = 0;
  }

  /** Consumes the current token and reads the next. `isInfix`: a `/` that follows divides. */
  advance(isInfix: boolean): Token {
    const taken = this.current;
    if (taken.kind !== 'end') this.previousEnd = taken.end;
    while (this.#offset < this.text.length) {
      const token = scanToken(this.text, this.#offset, isInfix, this.errors);
      this.tokens.push(token);
      this.#offset = token.end;
      if (isTrivia(token)) continue;
      this.current = token;
      return taken;
    }
    this.current = { kind: 'end', start: this.text.length, end: this.text.length, value: null };
    return taken;
  }

  /** The operator at the cursor; empty for any other token. */
  get operator(): string {
    const { kind, value } = this.current;
    return kind === 'operator' && typeof value === 'string' ? value : '';
  }

  isAtEnd(): boolean {
    return this.current.kind === 'end';
  }

  isAt(operator: string): boolean {
    return this.current.kind === 'operator' && this.current.value === operator;
  }

  expression(rbp: number): SyntaxNode {
    if (this.#depth >= maxDepth) return this.#giveUp();
    this.#depth += 1;
    const node = this.#parseExpression(this, rbp);
    this.#depth -= 1;
    return node;
  }

  /** Consumes this operator, or reports that it is missing and consumes nothing. */
  expect(operator: string, isInfix: boolean): boolean {
    if (this.isAt(operator)) {
      this.advance(isInfix);
      return true;
    }
    const { start, end } = this.rangeOfCurrent();
    const code = this.current.kind === 'end' ? 'S0203' : 'S0202';
    this.errors.report(code, start, end, { found: this.currentText(), wanted: operator });
    return false;
  }

  /** While `read` runs, these tokens end a broken part inside it, instead of being swallowed. */
  within<T>(operators: readonly string[], read: () => T): T {
    for (const operator of operators) this.#wanted.set(operator, (this.#wanted.get(operator) ?? 0) + 1);
    const result = read();
    for (const operator of operators) this.#wanted.set(operator, (this.#wanted.get(operator) ?? 1) - 1);
    return result;
  }

  isAtWanted(): boolean {
    return this.isAtEnd() || (this.#wanted.get(this.operator) ?? 0) > 0;
  }

  /** A closing bracket that no surrounding construct waits for. It is most likely meant to close the current one. */
  isAtStrayCloser(): boolean {
    return [')', ']', '}'].includes(this.operator) && !this.isAtWanted();
  }

  /** Recovers from a reported error: skips text that does not belong here, and reports the errors inside it. */
  recover(): void {
    while (!this.isAtWanted()) {
      const before = this.#offset;
      this.expression(0);
      if (this.#offset === before && !this.isAtWanted()) this.advance(true);
    }
  }

  /** Consumes the closing bracket of a construct, after skipping anything before it. */
  close(operator: string, isInfix: boolean): void {
    if (this.expect(operator, isInfix)) return;
    if (this.isAtStrayCloser()) this.advance(isInfix);
    else {
      this.within([operator], () => this.recover());
      if (this.isAt(operator)) this.advance(isInfix);
    }
  }

  missing(): MissingSyntax {
    const at = this.current.kind === 'end' ? this.previousEnd : this.current.start;
    return { kind: 'missing', start: at, end: at };
  }

  /** For error messages: the end of the text counts as the end of its last token. */
  rangeOfCurrent(): { start: number; end: number } {
    if (this.current.kind !== 'end') return this.current;
    return { start: this.previousEnd, end: this.previousEnd };
  }

  currentText(): string {
    return this.text.slice(this.current.start, this.current.end);
  }

  /** The reference reads one token ahead before it refuses an operator, so an error in that token is reported first. */
  reportFaultOfNextToken(): void {
    let offset = this.#offset;
    while (this.errors.errors.length === 0 && offset < this.text.length) {
      const token = scanToken(this.text, offset, true, this.errors);
      if (!isTrivia(token)) return;
      offset = token.end;
    }
  }

  #giveUp(): MissingSyntax {
    const { start, end } = this.rangeOfCurrent();
    this.errors.report('TOO_DEEP', start, end);
    while (this.current.kind !== 'end') this.advance(true);
    return this.missing();
  }
}
