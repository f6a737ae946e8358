import type { Ir } from '../syntax/ir.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import type { FoundProblem } from './problem.ts';
import type { Scope } from './scope.ts';
import type { Site, Unit } from './site.ts';
import type { Value } from './value.ts';

/** The interface through which the parts of the interpretation work together. */
export interface Interpreter {
  /** `$$`. */
  readonly input: Value;
  evaluate(ir: Ir, scope: Scope): Value;
  /** Counts work that grows with the size of values, in the same units as expressions that are looked at. */
  spend(expressions: number): void;
  site(range: TextRange): Site;
  /** Remembers a node's value for whoever asks for the type at a place. */
  note(ir: Ir, value: Value): void;
  report(problem: FoundProblem): void;
  /**
   * The same place, looked at with other values, has nothing wrong of this kind: what is wrong in one call of a function
   * and right in another is not reported.
   */
  acquit(code: FoundProblem['code'], site: Site): void;
  /** Evaluates without a word about problems, and without noting values: a question of our own. */
  silently<Answer>(run: () => Answer): Answer;
  /** The values that `%` stands for, by label; set while the step in question is evaluated. */
  readonly ancestors: Map<string, Value>;
  variable(name: string, range: TextRange, scope: Scope): Value;
  function(name: string, range: TextRange, scope: Scope): Value;
  /** Runs a function's body in the unit that wrote it, unless calls are nested too deeply. */
  within(unit: Unit, lambda: Ir, run: () => Value): Value;
}
