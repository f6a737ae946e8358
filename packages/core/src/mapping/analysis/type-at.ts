import type { Ir } from '../syntax/ir.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import type { Outline } from './outline.ts';
import { partsOf } from './parts-of.ts';
import { typeText } from './type-text.ts';
import type { Value } from './value.ts';

/** The type of an expression's value. */
export interface TypeAt {
  readonly range: TextRange;
  /** A readable type: `date or nothing`. */
  readonly text: string;
  readonly value: Value;
}

/** Gives the type of the expression at an offset in the text that an outline evaluated last. */
export function typeAt(outline: Outline, root: Ir, value: Value, offset: number): TypeAt | undefined {
  const [run] = outline.runs
    .filter(({ ir, unit: { shift } }) => holds(ir, offset - shift))
    .toSorted((a, b) => lengthOf(a.ir) - lengthOf(b.ir));
  if (run === undefined) return holds(root, offset) ? described(root, 0, value) : undefined;
  const { shift } = run.unit;
  const chain = chainTo(run.ir, offset - shift);
  const functions = chain.filter(({ kind }) => kind === 'lambda');
  const callers = outline.runs.filter(({ applied }) => functions.some((lambda) => applied.has(lambda)));
  const values = outline.observe([run, ...callers.filter((caller) => caller !== run)]);
  const ir = chain.findLast((node) => values.has(node));
  const found = ir && values.get(ir);
  return ir && found && described(ir, shift, found);
}

const lengthOf = ({ start, end }: Ir): number => end - start;

const holds = ({ start, end }: Ir, offset: number): boolean => start <= offset && offset < end;

/** The expressions around an offset, innermost last. */
function chainTo(ir: Ir, offset: number): Ir[] {
  const inner = partsOf(ir).find((part) => holds(part, offset));
  return inner === undefined ? [ir] : [ir, ...chainTo(inner, offset)];
}

const described = ({ start, end }: Ir, shift: number, value: Value): TypeAt => ({
  range: { start: start + shift, end: end + shift },
  text: typeText(value),
  value,
});
