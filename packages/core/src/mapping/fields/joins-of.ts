import type { JsonSchema } from '../../connector/json-schema.ts';
import { fieldsOf, isList, resolveRef } from '../schema-fields.ts';

/** Records of one place that name a record of another by its id. Paths lead from the root of the source. */
export interface Join {
  /** The object or list whose records refer to the others. */
  readonly from: readonly string[];
  /** Their field that holds the id. */
  readonly key: string;
  /** The object or list whose records are referred to. */
  readonly to: readonly string[];
  /** The id of those. */
  readonly id: string;
}

interface Place {
  readonly path: readonly string[];
  /** What its records are called, in lower case. */
  readonly names: ReadonlySet<string>;
  readonly fields: readonly string[];
}

const maxDepth = 4;

/** Finds joins by names alone: `ContactId` names a record of `contacts`, or of a list whose items are titled “Contact”. */
export function joinsOf(root: JsonSchema): Join[] {
  const places = placesIn(root, root, []);
  return places.flatMap((to): Join[] => {
    const id = to.fields.find((name) => name.toLowerCase() === 'id');
    if (id === undefined) return [];
    return places.flatMap((from): Join[] =>
      from === to
        ? []
        : from.fields
            .filter((key) => to.names.has(referredBy(key) ?? ''))
            .map((key) => ({ from: from.path, key, to: to.path, id })),
    );
  });
}

function placesIn(schema: JsonSchema, root: JsonSchema, path: readonly string[]): Place[] {
  const fields = fieldsOf(schema, root);
  if (fields.length === 0 || path.length > maxDepth) return [];
  const own: Place = { path, names: namesOf(schema, root, path), fields: fields.map(({ name }) => name) };
  const inside = fields.flatMap((field) => placesIn(field.schema, root, [...path, field.name]));
  return path.length === 0 ? inside : [own, ...inside];
}

function namesOf(schema: JsonSchema, root: JsonSchema, path: readonly string[]): ReadonlySet<string> {
  const resolved = resolveRef(schema, root);
  const name = (path.at(-1) ?? '').toLowerCase();
  const items = isList(schema, root) && resolved.items !== undefined ? resolveRef(resolved.items, root) : resolved;
  const title = items.title?.replaceAll(/\s/g, '').toLowerCase();
  return new Set([name, singular(name), ...(title === undefined ? [] : [title])]);
}

const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/s$/, '');

/** `contact` for `ContactId`, `contact_id` and `Contact_Id__c`. */
const referredBy = (key: string): string | undefined =>
  /^(.+?)_?id(?:__c)?$/i.exec(key)?.[1]?.replaceAll('_', '').toLowerCase();
