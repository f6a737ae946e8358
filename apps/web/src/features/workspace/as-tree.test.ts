import { deserialize, serialize } from 'superjson';
import { expect, test } from 'vitest';
import { asTree } from './as-tree.ts';

test('a value in two places is sent as two equal values, without an annotation', () => {
  const path = { kind: 'data', value: '$trigger.Id' };
  const document = { externalId: path, canonicalId: path, all: [path, [path]] };
  expect(serialize(document).meta).toBeDefined();
  expect(serialize(asTree(document))).toEqual({ json: document });
});

test('dates, missing values and texts arrive as they are', () => {
  const value = { at: new Date(0), nothing: null, left: undefined, text: 'x', list: [1, true] };
  expect(asTree(value)).toEqual(value);
  expect(deserialize(serialize(asTree(value)))).toEqual(value);
});
