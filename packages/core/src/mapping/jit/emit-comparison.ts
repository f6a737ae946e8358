import type { BinaryIr, Ir } from '../syntax/ir.ts';
import { canBe, isOnly, kinds, quote, seenAs, type Operand } from './operand.ts';
import type { Site } from './site.ts';
import { toArgument, toValue } from './to-value.ts';

const scalar = kinds.text | kinds.number | kinds.boolean | kinds.null;

/** `< <= > >=` */
export function emitOrder({ operator, left, right }: BinaryIr, site: Site): Operand {
  const { program } = site;
  const [a, b] = [plainValue(left, site), plainValue(right, site)];
  const isMissing = canBe(a, ~scalar) || canBe(b, ~scalar);
  const type = expectedType(a, b);
  const slow = counted(a, b, `compareOrder(${quote(operator)}, ${a.code}, ${b.code})`);
  const quick = counted(a, b, `${a.code} ${operator} ${b.code}`, type === 'string' ? '' : undefined);
  const guard = [a, b]
    .filter((side) => !isOnly(side, type === 'number' ? kinds.number : kinds.text))
    .map(({ code }) => `typeof ${code} === "${type}"`)
    .join(' && ');
  return {
    code: program.define('b', guard === '' ? quick : `${guard} ? ${quick} : ${slow}`),
    kinds: kinds.boolean | (isMissing ? kinds.missing : 0),
  };
}

function expectedType(a: Operand, b: Operand): 'string' | 'number' {
  if (isOnly(a, kinds.number) || isOnly(b, kinds.number)) return 'number';
  if (isOnly(a, kinds.text) || isOnly(b, kinds.text)) return 'string';
  return seenAs(a, kinds.text) || seenAs(b, kinds.text) ? 'string' : 'number';
}

/** `=` and `!=`: JavaScript's own comparison, unless both sides can be lists or objects. */
export function emitEquality({ operator, left, right }: BinaryIr, site: Site): Operand {
  const [a, b] = [plainValue(left, site), plainValue(right, site)];
  return { code: site.program.define('b', equalityCode(operator === '=', a, b)), kinds: kinds.boolean };
}

function equalityCode(isEqual: boolean, a: Operand, b: Operand): string {
  const isSimple = [a, b].some((side) => isOnly(side, scalar | kinds.missing));
  if (isSimple) {
    const there = [a, b].filter((side) => canBe(side, kinds.missing)).map(({ code }) => `${code} !== undefined`);
    const [first = 'true'] = there;
    const quick = counted(a, b, `${a.code} ${isEqual ? '===' : '!=='} ${b.code}`);
    if (!isEqual) return [...there, quick].join(' && ');
    return there.length < 2 ? quick : `${first} && ${quick}`;
  }
  const deep = `${isEqual ? 'isEqual' : 'isUnequal'}(run, ${a.code}, ${b.code})`;
  const quick = `typeof ${a.code} !== "object" && typeof ${a.code} !== "undefined" && typeof ${b.code} !== "undefined"`;
  return `${quick} ? ${counted(a, b, `${a.code} ${isEqual ? '===' : '!=='} ${b.code}`)} : ${deep}`;
}

/**
 * Texts can be long and have a long common beginning, so comparing them counts as work. A literal limits the work by
 * itself.
 * @param test whether the left side is a text, unless that is known; undefined if it is not one
 */
function counted(a: Operand, b: Operand, comparison: string, test: string | undefined = textTest(a)): string {
  const isShort = a.literal !== undefined || b.literal !== undefined || !canBe(a, kinds.text) || !canBe(b, kinds.text);
  if (test === undefined || isShort) return comparison;
  return `(${test}${a.code}.length > 1000 && run.spend(${a.code}.length >> 4), ${comparison})`;
}

function textTest(side: Operand): string {
  return isOnly(side, kinds.text) ? '' : `typeof ${side.code} === "string" && `;
}

/** `in`: for a list of literals, one comparison each. */
export function emitIncluded({ left, right }: BinaryIr, site: Site): Operand {
  const a = plainValue(left, site);
  if (right.kind === 'array' && right.predicates === undefined && right.group === undefined && isOnly(a, ~0)) {
    const literals = right.items.map((item) => (isLiteral(item) ? item.value : undefined));
    if (literals.length > 0 && literals.length <= 20 && !literals.includes(undefined)) {
      const code = literals.map((literal) => `${a.code} === ${quote(literal ?? null)}`).join(' || ');
      return { code: site.program.define('b', code), kinds: kinds.boolean };
    }
  }
  const b = site.emitter.value(right, { ...site, isResult: false });
  return { code: site.program.define('b', `isIncluded(run, ${a.code}, ${toArgument(b)})`), kinds: kinds.boolean };
}

function isLiteral(node: Ir): node is Ir & { kind: 'literal' } {
  return node.kind === 'literal' && node.predicates === undefined && node.group === undefined;
}

function plainValue(node: Ir, site: Site): Operand {
  return toValue(site.emitter.value(node, { ...site, isResult: false }), site);
}
