import type { Ir } from '../syntax/ir.ts';
import type { FoundProblem } from './problem.ts';
import type { Site, Unit } from './site.ts';
import type { Value } from './value.ts';

/** A read of a variable in the text's outermost scopes. */
export interface Read {
  /** The depth of the scope. */
  readonly frame: number;
  readonly name: string;
  readonly value: Value | undefined;
}

/**
 * The outcome of analysing one unit of text. It stays valid as long as the text and the variables that it reads are the
 * same.
 */
export class UnitRun {
  readonly unit: Unit;
  readonly ir: Ir;
  readonly text: string;
  /** The blocks around it, whose variables it can see. */
  readonly depth: number;
  readonly problems: FoundProblem[] = [];
  readonly reads: Read[] = [];
  /** The functions that are defined in it, and all functions that it calls. */
  readonly lambdas = new Map<Ir, Value>();
  readonly applied = new Set<Ir>();
  readonly acquitted = new Set<string>();
  readonly evaluate: () => Value;
  value: Value | undefined;
  isKept = true;

  constructor({ unit, ir, text, depth, evaluate }: Pick<UnitRun, 'unit' | 'ir' | 'text' | 'depth' | 'evaluate'>) {
    this.unit = unit;
    this.ir = ir;
    this.text = text;
    this.depth = depth;
    this.evaluate = evaluate;
  }

  /** It changes variables of others, or depends on more than it reads, so it has to be evaluated each time. */
  keepOut(): void {
    this.isKept = false;
  }

  report(problem: FoundProblem): void {
    this.problems.push(problem);
  }

  acquit(code: FoundProblem['code'], site: Site): void {
    this.acquitted.add(keyOf(code, site));
  }
}

/** Equal for occurrences of the same problem in several calls of a function. */
export const keyOf = (code: FoundProblem['code'], { start, end, unit }: Site): string =>
  `${code} ${unit.id} ${start} ${end}`;
