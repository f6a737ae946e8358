import { checkRecord } from '../connector/check-record.ts';
import type { JsonSchema } from '../connector/json-schema.ts';
import type { BundlePart, SchemaRef } from './document.ts';
import { resolveSchema, type SchemaSources } from './resolve-schema.ts';

/** Only this many items of a list are checked. If the first items are right, it is the right list. */
const checkedItems = 20;

/**
 * Says why a value is not what a mapping is made for, as the end of a sentence ("has none of its fields"). Undefined
 * when it fits. This finds steps that were connected wrongly, and leaves single fields of a system's record to the
 * mapping, because what a system returns differs from account to account.
 */
export function inputFault(input: unknown, ref: SchemaRef, sources: SchemaSources): string | undefined {
  switch (ref.kind) {
    case 'any':
      return undefined;
    case 'entity':
      return notAnObject(input) ?? entityFault(input as object, resolveSchema(ref, sources).schema);
    case 'object':
      return notAnObject(input) ?? foreignRecord(input as object, resolveSchema(ref, sources).schema);
    case 'bundle':
      return notAnObject(input) ?? bundleFault(input as Readonly<Record<string, unknown>>, ref.parts, sources);
  }
}

/**
 * Says why a result is not the entity that its mapping is made to give, as the end of a sentence. Undefined when it fits.
 * A result may be nothing or several of them, and may leave out fields: a check step tells people of everything that is
 * missing at once, and what needs the field refuses the entity without it.
 */
export function outputFault(output: unknown, ref: SchemaRef, sources: SchemaSources): string | undefined {
  if (ref.kind !== 'entity' || output === undefined || output === null) return undefined;
  const { schema } = resolveSchema(ref, sources);
  const results: readonly unknown[] = Array.isArray(output) ? output : [output];
  return results
    .map((one) => notAnObject(one) ?? wrongField(one as object, schema))
    .find((fault) => fault !== undefined);
}

function notAnObject(input: unknown): string | undefined {
  if (input === undefined || input === null) return 'is empty';
  if (Array.isArray(input)) return 'is a list';
  return typeof input === 'object' ? undefined : `is ${typeNames[typeof input] ?? typeof input}`;
}

const typeNames: Readonly<Record<string, string>> = { string: 'text', number: 'a number', boolean: 'true or false' };

function entityFault(input: object, schema: JsonSchema): string | undefined {
  const missing = (schema.required ?? []).filter((name) => valueIn(input, name) === undefined);
  if (missing.length > 0) return `has no ${listed(missing)}`;
  return wrongField(input, schema);
}

function wrongField(value: object, schema: JsonSchema): string | undefined {
  const [wrong] = checkRecord(value, schema, () => true);
  return wrong === undefined ? undefined : `is wrong at ${wrong.path}, which ${wrong.text}`;
}

function foreignRecord(input: object, { properties }: JsonSchema): string | undefined {
  if (properties === undefined || Object.keys(input).some((name) => Object.hasOwn(properties, name))) return undefined;
  return 'has none of its fields';
}

function bundleFault(
  input: Readonly<Record<string, unknown>>,
  parts: Readonly<Record<string, BundlePart>>,
  sources: SchemaSources,
): string | undefined {
  const names = Object.keys(parts);
  if (names.length > 0 && !names.some((name) => Object.hasOwn(input, name))) return `has no ${listed(names)}`;
  for (const [name, part] of Object.entries(parts)) {
    const value = valueIn(input, name);
    // A mapping has to handle a part that is left out.
    if (value === undefined || value === null) continue;
    const fault = 'list' in part ? listFault(value, part.list, sources) : inputFault(value, part, sources);
    if (fault !== undefined) return `is wrong at ${name}, which ${fault}`;
  }
  return undefined;
}

function listFault(value: unknown, items: SchemaRef, sources: SchemaSources): string | undefined {
  if (!Array.isArray(value)) return 'is not a list';
  return value
    .slice(0, checkedItems)
    .map((item) => inputFault(item, items, sources))
    .find((fault) => fault !== undefined);
}

const valueIn = (input: object, name: string): unknown =>
  Object.hasOwn(input, name) ? (Reflect.get(input, name) as unknown) : undefined;

const listed = (names: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(names);

/** Describes in a few words what a mapping is made for. */
export function describeSchemaRef(ref: SchemaRef, { catalog }: Pick<SchemaSources, 'catalog'>): string {
  switch (ref.kind) {
    case 'any':
      return 'anything';
    case 'entity':
      return `the entity ${ref.entity}`;
    case 'object': {
      const system = Object.hasOwn(catalog, ref.system) ? catalog[ref.system] : undefined;
      return `${system?.title ?? ref.system} ${ref.object}`;
    }
    case 'bundle':
      return `an object of ${new Intl.ListFormat('en').format(Object.keys(ref.parts))}`;
  }
}
