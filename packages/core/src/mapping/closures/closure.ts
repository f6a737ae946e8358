import type { Run } from '../engine/run.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Frame } from './frame.ts';

/** A compiled expression. `input` is the context, `$`. @throws EvaluationFailure */
export type Closure = (input: unknown, frame: Frame, run: Run) => unknown;

export type Around = (ir: Ir, closure: Closure) => Closure;

/** State that the compilers of the node kinds share. */
export interface Compiler {
  compile(ir: Ir): Closure;
  /** `$eval` is allowed. Its text is only known while the mapping runs, and can bind any name in any scope. */
  readonly isEvalAllowed: boolean;
  /**
   * Wraps every expression's closure, including those of path steps, in order to watch an evaluation. It is called
   * while compiling, so unwatched mappings are as fast as ever.
   */
  readonly around?: Around | undefined;
  /** The number of `:=` compiled so far. */
  bindings: number;
}

/** Compiles one kind of node. Except for paths, `predicates` and `group` are handled elsewhere. */
export type KindCompiler<Kind extends Ir['kind']> = (ir: Extract<Ir, { kind: Kind }>, compiler: Compiler) => Closure;
