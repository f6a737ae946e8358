import type { Run } from '../engine/run.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Frame } from './frame.ts';

/** An expression, ready to be evaluated. `input` is the context, `$`. @throws EvaluationFailure */
export type Closure = (input: unknown, frame: Frame, run: Run) => unknown;

export type Around = (ir: Ir, closure: Closure) => Closure;

/** State that the compilers of single kinds share. */
export interface Compiler {
  compile(ir: Ir): Closure;
  /** Text that only exists while a mapping runs can bind any name in any scope. */
  readonly isEvalAllowed: boolean;
  /**
   * Wraps every expression's closure, those of path steps too: for watching an evaluation. It is asked while compiling,
   * so what is not watched is as fast as ever.
   */
  readonly around?: Around | undefined;
  /** `:=` compiled so far. */
  bindings: number;
}

/** Compiles one kind of node; `predicates` and `group` of anything but a path are not its business. */
export type KindCompiler<Kind extends Ir['kind']> = (ir: Extract<Ir, { kind: Kind }>, compiler: Compiler) => Closure;
