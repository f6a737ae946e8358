import { pathName } from '#features/jsonata/tokenize.ts';
import type { OutlineObject } from '#features/jsonata/outline.ts';
import { significantTokens } from '#features/jsonata/tokenize.ts';

/** A source field as an expression writes it: `Account.BillingCountry`. */
export const sourceExpression = (path: readonly string[]): string => path.map((name) => pathName(name)).join('.');

/**
 * The path of a source field as it is read inside an object built per item of a list: `LineItems.{ … }` reads
 * `Quantity`, not `LineItems.Quantity`. Fields outside the list are read from the top, `$$.Name`.
 */
export function pathWithin(text: string, around: readonly OutlineObject[], path: readonly string[]): string {
  let context: string[] = [];
  for (const object of around) {
    if (object.isEach) context = [...context, ...listPath(text, object)];
  }
  if (context.length === 0) return sourceExpression(path);
  const isInside = context.every((name, index) => path[index] === name);
  if (isInside && path.length > context.length) return sourceExpression(path.slice(context.length));
  return isInside ? '$' : `$$.${sourceExpression(path)}`;
}

/** Names of the path before `.{`, as far as it is a plain one. */
function listPath(text: string, object: OutlineObject): string[] {
  const before = significantTokens(text.slice(0, object.span.from));
  const names: string[] = [];
  let depth = 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const token = before[index];
    if (token === undefined) break;
    if (token.type === 'close') depth += 1;
    if (depth === 0) {
      if (token.type === 'name') names.unshift(token.text.replaceAll('`', ''));
      else if (token.text !== '.') break;
    }
    if (token.type === 'open') depth -= 1;
  }
  return names;
}
