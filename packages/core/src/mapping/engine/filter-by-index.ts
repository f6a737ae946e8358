import { emptySequence, isTupleStream, type Sequence } from './value.ts';

/** `value[number]`, counted from zero, or from the end if negative. A list at that position is the result as it is. */
export function filterByIndex(value: unknown, number: number): unknown[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const index = Math.floor(number);
  const item = list[index < 0 ? list.length + index : index];
  if (Array.isArray(item)) return item;
  const found: Sequence = emptySequence();
  if (isTupleStream(value)) found.isTupleStream = true;
  if (item !== undefined) found.push(item);
  return found;
}
