import { data, expression, type FieldValue } from '@throughline/core/flow/field-value';
import type { MappingDocument, SchemaRef } from '@throughline/core/mapping/document';
import type { DataBefore } from './data-before.ts';

/** What to feed a mapping, and which record it is about. */
export interface MappingInput {
  readonly value: FieldValue;
  readonly about: DataBefore;
}

/** The nearest data that a mapping is made for; undefined when there is none. */
export function inputOfMapping(
  { source }: Pick<MappingDocument, 'source'>,
  before: readonly DataBefore[],
): MappingInput | undefined {
  if (source.kind === 'bundle') return bundleInput(source, before);
  const about = source.kind === 'any' ? before[0] : nearest(source, before);
  return about && { value: data(about.path), about };
}

/** An object with the parts that are there. The others stay out, and the flow's problems name them. */
function bundleInput(
  { parts }: Extract<SchemaRef, { kind: 'bundle' }>,
  before: readonly DataBefore[],
): MappingInput | undefined {
  const found = Object.entries(parts).flatMap(([name, part]) => {
    const about = 'list' in part ? undefined : nearest(part, before);
    return about === undefined ? [] : [{ name, about }];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  const fields = found.map(({ name, about }) => `${JSON.stringify(name)}: ${about.path}`);
  return { value: expression(`{ ${fields.join(', ')} }`), about: first.about };
}

const nearest = (wanted: SchemaRef, before: readonly DataBefore[]): DataBefore | undefined =>
  before.find(({ ref }) => ref !== undefined && isSameShape(ref, wanted));

function isSameShape(one: SchemaRef, other: SchemaRef): boolean {
  if (one.kind === 'entity') return other.kind === 'entity' && one.entity === other.entity;
  return one.kind === 'object' && other.kind === 'object' && one.system === other.system && one.object === other.object;
}
