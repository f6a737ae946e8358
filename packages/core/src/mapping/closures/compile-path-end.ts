import { isConstructed, isSequence, sequenceOf } from '../engine/value.ts';
import type { PathIr } from '../syntax/ir.ts';
import type { Closure, Compiler } from './closure.ts';
import { compileGroup } from './compile-group.ts';
import { settling } from './settling.ts';

/** Turns the result of a path's last step, which it gets as input, into the path's value: applies `[]` and grouping. */
export function compilePathEnd({ keepsSingleton, group, keepArray }: PathIr, compiler: Compiler): Closure {
  const settled = settling({ keepArray });
  if (group === undefined)
    return keepsSingleton === true ? (value) => settled(keeping(value)) : (value) => settled(value);
  const grouped = compileGroup(group, compiler);
  return keepsSingleton === true ? (value, frame, run) => grouped(keeping(value), frame, run) : grouped;
}

function keeping(value: unknown): unknown {
  const list = isConstructed(value) ? sequenceOf(value) : value;
  if (isSequence(list)) list.keepsSingleton = true;
  return list;
}
