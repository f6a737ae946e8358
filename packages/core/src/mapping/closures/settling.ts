import { isSequence, settle } from '../engine/value.ts';
import type { Ir } from '../syntax/ir.ts';

type Marks = { readonly [Mark in 'keepArray' | 'predicates' | 'group']?: Ir[Mark] | undefined };

/**
 * Settles the value of a node kind that can make sequences. If filters or a grouping still need the sequence, it stays
 * one; otherwise it becomes nothing, an item or a list.
 */
export function settling({ keepArray, predicates, group }: Marks) {
  if (predicates !== undefined || group !== undefined) return asItIs;
  return keepArray === true ? settleKeepingArray : settle;
}

function asItIs(value: unknown): unknown {
  return value;
}

function settleKeepingArray(value: unknown): unknown {
  if (isSequence(value) && value.isTupleStream !== true) value.keepsSingleton = true;
  return settle(value);
}
