import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { entityJsonSchema } from './entity-json-schema.ts';
import { published } from './published.ts';
import { entityNames, entityOf } from './registry.ts';

/**
 * A published shape never changes. If this test fails, somebody edited one. Revert the edit, and add it as a new
 * version with a named upgrade. A new version gets its own line in `published.ts`. Wording may change freely.
 */
test('every published version still has the shape it was published with', () => {
  const shapes = Object.fromEntries(
    entityNames.flatMap((name) =>
      Object.keys(entityOf(name).versions).map((version) => [
        `${name} ${version}`,
        shapeHash(entityJsonSchema(name, version)),
      ]),
    ),
  );
  expect(shapes).toEqual(published);
});

/** SHA-256 of a schema without titles and descriptions, first 16 hex digits. */
function shapeHash(schema: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(wordless(schema)))
    .digest('hex')
    .slice(0, 16);
}

function wordless(value: unknown, isFieldList = false): unknown {
  if (Array.isArray(value)) return value.map((item) => wordless(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([key]) => isFieldList || !['title', 'description', 'examples', 'x-unit', '$schema'].includes(key))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => [key, wordless(member, !isFieldList && key === 'properties')]);
}
