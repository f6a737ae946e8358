import type { Callable } from '../engine/callable.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Operand } from './operand.ts';
import type { Program } from './program.ts';
import type { Scope } from './scope.ts';

/** Where in the mapping code is being generated. */
export interface Site {
  readonly program: Program;
  readonly emitter: Emitter;
  readonly scope: Scope;
  /** `$`. Never a list, unless it is a gathered one of items that are no lists. */
  readonly context: Operand;
  /** `$$`. */
  readonly input: Operand;
  /** Functions around that were written out in place of their calls. */
  readonly inlined: number;
  /** The value is going to be part of the result. */
  readonly isResult: boolean;
}

/** What becomes of the items that an expression gives, one by one. */
export interface Sink {
  readonly item: (item: Operand) => void;
  /** It makes no difference whether a list was there or the items of a sequence. */
  readonly takesRawLists: boolean;
}

/** Passed to the parts, which call each other in circles. */
export interface Emitter {
  /** Code for a node's value. */
  value(node: Ir, site: Site): Operand;
  /** Code that hands over the node's items one after the other. Calls `item` once, for code inside of loops. */
  each(node: Ir, site: Site, sink: Sink): void;
  /** The same for what takes a path's items before they become a value: a list as the only item stays an item. */
  eachUnsettled(node: Ir, site: Site, sink: Sink): void;
  /** JavaScript that is true where the node's value counts as true. */
  condition(node: Ir, site: Site): string;
  /** The function that a name means, unless it is bound in the text. */
  builtin(name: string, site: Site): Callable | undefined;
}
