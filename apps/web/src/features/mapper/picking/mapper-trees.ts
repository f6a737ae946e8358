import type { FieldNode } from '../target-fields.ts';
import type { FieldRows } from '../tree/use-field-rows.ts';

/** One of the two trees. */
export interface MapperTree {
  readonly fields: FieldRows;
  /** Every field of the shape, and those that only the text has, by id. */
  readonly byId: ReadonlyMap<string, FieldNode>;
}

export interface MapperTrees {
  readonly source: MapperTree;
  readonly target: MapperTree;
}
