import type { Ir } from '../syntax/ir.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import { partsOf } from './parts-of.ts';
import { typeText } from './type-text.ts';
import type { UnitRun } from './unit-run.ts';
import { join, type Value } from './value.ts';

/** What an expression gives. */
export interface TypeAt {
  readonly range: TextRange;
  /** For people: `date or nothing`. */
  readonly text: string;
  readonly value: Value;
}

/** Answers what stands at a place of an analysed text. */
export class TypeIndex {
  readonly #root: Ir;
  readonly #value: Value;
  readonly #runs: readonly UnitRun[];

  constructor(root: Ir, value: Value, runs: readonly UnitRun[]) {
    this.#root = root;
    this.#value = value;
    this.#runs = runs;
  }

  at(offset: number): TypeAt | undefined {
    const run = this.#runs
      .filter(({ ir, unit: { shift } }) => holds(ir, offset - shift))
      .toSorted((a, b) => a.ir.end - a.ir.start - (b.ir.end - b.ir.start))[0];
    if (run === undefined) return holds(this.#root, offset) ? described(this.#root, 0, this.#value) : undefined;
    const { shift } = run.unit;
    const chain = chainTo(run.ir, offset - shift);
    for (const ir of chain.toReversed()) {
      const value = this.#valueOf(ir);
      if (value !== undefined) return described(ir, shift, value);
    }
    return undefined;
  }

  /** A function's body has values from wherever it is called. */
  #valueOf(ir: Ir): Value | undefined {
    let value: Value | undefined;
    for (const { values } of this.#runs) {
      const found = values.get(ir);
      if (found !== undefined) value = value === undefined ? found : join(value, found);
    }
    return value;
  }
}

const holds = ({ start, end }: Ir, offset: number): boolean => start <= offset && offset < end;

/** The expressions around an offset, the innermost last. */
function chainTo(ir: Ir, offset: number): Ir[] {
  const inner = partsOf(ir).find((part) => holds(part, offset));
  return inner === undefined ? [ir] : [ir, ...chainTo(inner, offset)];
}

const described = ({ start, end }: Ir, shift: number, value: Value): TypeAt => ({
  range: { start: start + shift, end: end + shift },
  text: typeText(value),
  value,
});
