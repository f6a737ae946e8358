import type { Run } from '../engine/run.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Frame } from './frame.ts';

/** An expression, ready to be evaluated. `input` is the context, `$`. @throws EvaluationFailure */
export type Closure = (input: unknown, frame: Frame, run: Run) => unknown;

/** What compilers of single kinds share. */
export interface Compiler {
  compile(ir: Ir): Closure;
  /** Text that only exists while a mapping runs can bind any name in any scope. */
  readonly isEvalAllowed: boolean;
  /** `:=` compiled so far. */
  bindings: number;
}

/** Compiles one kind of node; `predicates` and `group` of anything but a path are not its business. */
export type KindCompiler<Kind extends Ir['kind']> = (ir: Extract<Ir, { kind: Kind }>, compiler: Compiler) => Closure;
