import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ExpressionScope } from './expression-scope.ts';
import { listItems, schemaAt } from './schema-fields.ts';
import { matchBrackets, nameOf, type Token } from './tokenize.ts';

const maxDepth = 24;
/** Functions that call their second argument once per item of the first. */
const itemFunctions: ReadonlySet<string> = new Set(['$map', '$filter', '$single', '$sift', '$each']);

/** Answers which schema stands where in a tokenised expression, as far as paths alone can tell. */
export class PathSchemas {
  readonly #tokens: readonly Token[];
  readonly #partners: ReadonlyMap<number, number>;
  readonly #scope: ExpressionScope;

  /** `tokens` are significant tokens: without comments. */
  constructor(tokens: readonly Token[], scope: ExpressionScope) {
    this.#tokens = tokens;
    this.#partners = matchBrackets(tokens);
    this.#scope = scope;
  }

  /** What a bare name reads when it stands at this token's place: the input, or the item of the path around it. */
  contextAt(index: number, depth = 0): JsonSchema | undefined {
    const opener = this.enclosing(index);
    if (opener === undefined || depth > maxDepth) return this.#scope.context;
    const bracket = this.#text(opener);
    const before = this.#tokens[opener - 1];
    if (before?.text === '.' && bracket !== '[') return this.endingAt(opener - 2, depth + 1);
    const isBehindOperand = before !== undefined && isOperandEnd(before);
    if (isBehindOperand && bracket === '[') return this.endingAt(opener - 1, depth + 1);
    if (isBehindOperand && bracket === '{' && before.text !== ')') return this.endingAt(opener - 1, depth + 1);
    return this.contextAt(opener, depth + 1);
  }

  /** Schema of the path whose last token this is; undefined when it cannot be told. */
  endingAt(end: number, depth = 0): JsonSchema | undefined {
    if (depth > maxDepth) return undefined;
    const segments: string[] = [];
    let index = end;
    for (;;) {
      const token = this.#tokens[index];
      if (token === undefined) return undefined;
      if (token.text === ']') {
        const opener = this.#partners.get(index);
        if (opener === undefined || !isOperandEnd(this.#tokens[opener - 1])) return undefined;
        index = opener - 1;
        continue;
      }
      if (token.type === 'variable') return at(this.#variable(index, depth + 1), segments);
      if (token.type !== 'name' && token.type !== 'string') return undefined;
      segments.unshift(nameOf(token));
      if (this.#text(index - 1) !== '.') return at(this.contextAt(index, depth + 1), segments);
      index -= 2;
    }
  }

  /** Index of the innermost bracket that is open at this token. */
  enclosing(index: number): number | undefined {
    for (let at = index - 1; at >= 0; at -= 1) {
      const token = this.#tokens[at];
      if (token?.type === 'close') at = this.#partners.get(at) ?? at;
      else if (token?.type === 'open') return at;
    }
    return undefined;
  }

  #variable(index: number, depth: number): JsonSchema | undefined {
    const text = this.#text(index);
    if (text === '$$') return this.#scope.context;
    if (text === '$') return this.contextAt(index, depth);
    return (
      this.#assigned(text, index, depth) ??
      this.#parameter(text, index, depth) ??
      this.#scope.variables?.[text.slice(1)]?.schema
    );
  }

  /** `$name := path;` earlier in the text. */
  #assigned(name: string, before: number, depth: number): JsonSchema | undefined {
    for (let index = before - 1; index > 0; index -= 1) {
      if (this.#text(index) !== ':=' || this.#text(index - 1) !== name) continue;
      let end = index + 1;
      while (end + 1 < before && this.#text(end + 1) !== ';') end = (this.#partners.get(end) ?? end) + 1;
      return this.endingAt(Math.min(end, before - 1), depth);
    }
    return undefined;
  }

  /** `$map(path, function($name) { … })`: an item of the path. */
  #parameter(name: string, before: number, depth: number): JsonSchema | undefined {
    for (let index = before - 1; index > 3; index -= 1) {
      if (this.#text(index) !== name || this.#text(index - 1) !== '(' || this.#text(index - 2) !== 'function') continue;
      const opener = this.enclosing(index - 2);
      if (opener === undefined || !itemFunctions.has(this.#text(opener - 1)) || this.#text(index - 3) !== ',') {
        return undefined;
      }
      const list = this.endingAt(index - 4, depth);
      return list === undefined ? undefined : (listItems(list) ?? list);
    }
    return undefined;
  }

  #text(index: number): string {
    return this.#tokens[index]?.text ?? '';
  }
}

const at = (schema: JsonSchema | undefined, path: readonly string[]) =>
  schema === undefined ? undefined : schemaAt(schema, path);

const isOperandEnd = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.type === 'name' || token.type === 'string' || token.type === 'variable' || token.type === 'close');
