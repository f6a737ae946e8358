import { caseVariants } from './case-variants.ts';
import type { RegexNode, RepeatNode, UnitRange } from './regex-tree.ts';

/** The longest pattern that is passed to the engine. */
const maxLength = 5_000;

/**
 * Translates a regular expression for V8's linear engine: without the flag `i`, and with repetitions written out,
 * because it accepts at most 16. Undefined if that is impossible: look-around, backreferences, very many repetitions.
 * The engine may still refuse one that repeats a capturing group often.
 */
export function linearRegexSource(tree: RegexNode, ignoresCase: boolean): string | undefined {
  const written = write(tree, ignoresCase);
  return written !== undefined && written.length <= maxLength ? written : undefined;
}

function write(node: RegexNode, ignoresCase: boolean): string | undefined {
  switch (node.kind) {
    case 'unit':
      return writeUnit(node.code, ignoresCase);
    case 'set':
      return writeSet(node.items, node.isNegated, ignoresCase);
    case 'escape':
    case 'assertion':
      return node.source;
    case 'look':
    case 'backreference':
      return undefined;
    case 'group': {
      const isModifier = /^\(\?[a-z-]+:/.test(node.opening);
      const body = isModifier ? undefined : write(node.body, ignoresCase);
      return body === undefined ? undefined : `${node.opening}${body})`;
    }
    case 'sequence':
      return joined(node.parts, '', ignoresCase);
    case 'choice':
      return joined(node.parts, '|', ignoresCase);
    case 'repeat':
      return writeRepeat(node, ignoresCase);
  }
}

function joined(parts: readonly RegexNode[], separator: string, ignoresCase: boolean): string | undefined {
  const written = parts.map((part) => write(part, ignoresCase));
  return written.includes(undefined) ? undefined : written.join(separator);
}

function writeRepeat({ body, min, max, isLazy }: RepeatNode, ignoresCase: boolean): string | undefined {
  const one = write(body, ignoresCase);
  if (one === undefined) return undefined;
  const lazy = isLazy ? '?' : '';
  // Copies of a capturing group would get new numbers.
  if (hasCapture(body)) return `${one}{${min},${max === Infinity ? '' : max}}${lazy}`;
  if (one.length * (max === Infinity ? min : max) > maxLength) return undefined;
  const rest = max === Infinity ? `${one}*${lazy}` : `${one}?${lazy}`.repeat(max - min);
  return `(?:${one.repeat(min)}${rest})`;
}

function hasCapture(node: RegexNode): boolean {
  switch (node.kind) {
    case 'group':
      return node.opening !== '(?:' || hasCapture(node.body);
    case 'repeat':
      return hasCapture(node.body);
    case 'sequence':
    case 'choice':
      return node.parts.some(hasCapture);
    default:
      return false;
  }
}

function writeUnit(code: number, ignoresCase: boolean): string {
  const variants = ignoresCase ? caseVariants(code) : [code];
  return variants.length === 1 ? escaped(code) : `[${variants.map(escaped).join('')}]`;
}

function writeSet(items: readonly (UnitRange | string)[], isNegated: boolean, ignoresCase: boolean): string {
  const written = items.flatMap((item) => {
    if (typeof item === 'string') return [item];
    return [item, ...(ignoresCase ? variantsOf(item) : [])].map(
      ([from, to]) => escaped(from) + (from === to ? '' : `-${escaped(to)}`),
    );
  });
  return `[${isNegated ? '^' : ''}${written.join('')}]`;
}

/** The other case of each unit in a range. */
function variantsOf([from, to]: UnitRange): UnitRange[] {
  const ranges: [from: number, to: number][] = [];
  for (let code = from; code <= to; code += 1) {
    for (const variant of caseVariants(code)) {
      const last = ranges.at(-1);
      if (variant >= from && variant <= to) continue;
      if (last !== undefined && last[1] === variant - 1) last[1] = variant;
      else ranges.push([variant, variant]);
    }
  }
  return ranges;
}

function escaped(code: number): string {
  const unit = String.fromCharCode(code);
  return /[A-Za-z0-9]/.test(unit) ? unit : `\\u${code.toString(16).padStart(4, '0')}`;
}
