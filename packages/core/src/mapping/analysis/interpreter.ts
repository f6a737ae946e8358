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
  site(range: TextRange): Site;
  /** Remembers a node's value, for queries about the type at an offset. */
  note(ir: Ir, value: Value): void;
  report(problem: FoundProblem): void;
  /**
   * Records that the same place has no problem of this kind with other values. What is wrong in one call of a function
   * and right in another is not reported.
   */
  acquit(code: FoundProblem['code'], site: Site): void;
  /** Evaluates without reporting problems or remembering values, for questions of our own. */
  silently<Answer>(run: () => Answer): Answer;
  /** The values that `%` stands for, by label; set while the step in question is evaluated. */
  readonly ancestors: Map<string, Value>;
  variable(name: string, range: TextRange, scope: Scope): Value;
  function(name: string, range: TextRange, scope: Scope): Value;
  /** Evaluates a function's body in the unit that contains it, unless calls are nested too deeply. */
  within(unit: Unit, lambda: Ir, run: () => Value): Value;
}
