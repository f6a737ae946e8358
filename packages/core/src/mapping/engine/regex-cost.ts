import type { RegexNode, RepeatNode } from './regex-tree.ts';

/** A bound of `factor` times the text's length to the power of `degree`. `Infinity` stands for exponential. */
export interface Cost {
  readonly factor: number;
  readonly degree: number;
}

/**
 * The steps that a backtracking engine may need in the worst case to search for a match, as far as the pattern tells.
 */
export function regexCost(tree: RegexNode, isMultiline: boolean): Cost {
  const { ways, inside } = measure(tree);
  const starts = !isMultiline && startsAtBeginning(tree) ? single : { factor: 1, degree: 1 };
  const cost = times(times(ways, inside), starts);
  return isLocal(tree) ? { factor: cost.factor, degree: Math.min(cost.degree, 1) } : cost;
}

/**
 * True for a pattern whose search looks no further than the end of the match that it finds, such as `\d+` or
 * `[A-Z]{2}\d*`: only the last part repeats without a bound, and that part takes all it can get and cannot fail once it
 * has begun.
 */
export function isLocal(node: RegexNode): boolean {
  switch (node.kind) {
    case 'unit':
    case 'set':
    case 'escape':
    case 'assertion':
      return true;
    case 'look':
    case 'backreference':
      return false;
    case 'group':
      return isLocal(node.body);
    case 'choice':
      return node.parts.every(isLocal);
    case 'sequence':
      return node.parts.every((part, index) => (index === node.parts.length - 1 ? isLocal(part) : isBounded(part)));
    case 'repeat':
      return isBounded(node) || (node.max === Infinity && !node.isLazy && takesOneUnit(node.body));
  }
}

function takesOneUnit({ kind }: RegexNode): boolean {
  return kind === 'unit' || kind === 'set' || kind === 'escape';
}

function isBounded(node: RegexNode): boolean {
  const { ways, inside } = measure(node);
  return ways.degree === 0 && inside.degree === 0 && !looksAround(node);
}

function looksAround(node: RegexNode): boolean {
  switch (node.kind) {
    case 'look':
    case 'backreference':
      return true;
    case 'group':
    case 'repeat':
      return looksAround(node.body);
    case 'choice':
    case 'sequence':
      return node.parts.some(looksAround);
    default:
      return false;
  }
}

interface Measure {
  /** The number of ways in which it can match from one position. */
  readonly ways: Cost;
  /** The cost of its look-arounds and backreferences, each time: the engine does not backtrack into them. */
  readonly inside: Cost;
}

const single: Cost = { factor: 1, degree: 0 };

const times = (left: Cost, right: Cost): Cost => ({
  factor: left.factor * right.factor,
  degree: left.degree + right.degree,
});

function measure(node: RegexNode): Measure {
  switch (node.kind) {
    case 'unit':
    case 'set':
    case 'escape':
    case 'assertion':
      return { ways: single, inside: single };
    case 'backreference':
      return { ways: single, inside: { factor: 1, degree: 1 } };
    case 'group':
      return measure(node.body);
    case 'look': {
      const { ways, inside } = measure(node.body);
      return { ways: single, inside: times(ways, inside) };
    }
    case 'sequence':
      return node.parts
        .map(measure)
        .reduce((all, one) => ({ ways: times(all.ways, one.ways), inside: larger(all.inside, one.inside) }), {
          ways: single,
          inside: single,
        });
    case 'choice':
      return node.parts.map(measure).reduce((all, one) => ({
        ways: { factor: all.ways.factor + one.ways.factor, degree: Math.max(all.ways.degree, one.ways.degree) },
        inside: larger(all.inside, one.inside),
      }));
    case 'repeat':
      return measureRepeat(node);
  }
}

function larger(left: Cost, right: Cost): Cost {
  return { factor: left.factor + right.factor - 1, degree: Math.max(left.degree, right.degree) };
}

function measureRepeat({ body, min, max }: RepeatNode): Measure {
  const { ways, inside } = measure(body);
  const isOneWay = ways.factor === 1 && ways.degree === 0;
  if (max === Infinity) {
    return { ways: isOneWay ? { factor: 1, degree: 1 } : { factor: Infinity, degree: Infinity }, inside };
  }
  if (isOneWay) return { ways: { factor: max - min + 1, degree: 0 }, inside };
  return { ways: { factor: (max - min + 1) * ways.factor ** max, degree: ways.degree * max }, inside };
}

/** Other positions fail at once. */
function startsAtBeginning(node: RegexNode): boolean {
  if (node.kind === 'choice') return node.parts.every(startsAtBeginning);
  if (node.kind === 'group') return startsAtBeginning(node.body);
  if (node.kind !== 'sequence') return node.kind === 'assertion' && node.source === '^';
  return node.parts[0] !== undefined && startsAtBeginning(node.parts[0]);
}
