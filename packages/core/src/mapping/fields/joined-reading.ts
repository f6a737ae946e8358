import { pathName } from '../path-name.ts';
import { startsWith } from '../starts-with.ts';
import type { Join } from './joins-of.ts';
import type { OutlineObject } from './outline.ts';
import { isItem, pathWithin, sourceExpression } from './source-path.ts';

interface JoinedInput {
  readonly source: readonly string[];
  /** The objects that the text builds around the target, outermost first. */
  readonly around: readonly OutlineObject[];
  readonly joins: readonly Join[];
}

export interface JoinedReading {
  readonly join: Join;
  readonly expression: string;
}

/**
 * Reads a field of the one record that names the item around the target: the role of a contact from a list of roles that
 * have the contact's id. Undefined if the lists are not joined.
 */
export function joinedReading({ source, around, joins }: JoinedInput): JoinedReading | undefined {
  const join = joins.find(
    ({ from, to }) => startsWith(source, from) && source.length > from.length && isItem(around, to),
  );
  if (join === undefined) return undefined;
  const id = pathWithin(around, [...join.to, join.id]);
  const list = pathWithin(around, join.from);
  const rest = sourceExpression(source.slice(join.from.length));
  const found = (value: string): string => `${list}[${pathName(join.key)} = ${value}][0].${rest}`;
  // Inside the filter, bare names read the items of the other list.
  const expression = id.startsWith('$') ? found(id) : `($id := ${id}; ${found('$id')})`;
  return { join, expression };
}
