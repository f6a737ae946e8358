import { expect, test } from 'vitest';
import type { SchemaRef } from '@throughline/core/mapping/document';
import { earlierMappings } from './earlier-mappings.ts';

const entity = (name: string): SchemaRef => ({ kind: 'entity', entity: name });
const mapping = (key: string, source: SchemaRef, target: SchemaRef, text = '{ "id": Id }', isDraft = false) => ({
  key,
  isDraft,
  name: key,
  text,
  document: { format: 1 as const, text, source, target, tests: [] },
});
const own = mapping('own', { kind: 'bundle', parts: { deal: { list: entity('deal') } } }, entity('contract'));

test('mappings with the same target come first, then those with the same source, and never the mapping itself', () => {
  const all = [
    mapping('other', { kind: 'any' }, entity('invoice')),
    mapping('same-source', entity('deal'), entity('invoice')),
    own,
    mapping('same-target', { kind: 'any' }, entity('contract')),
    mapping('empty', entity('deal'), entity('contract'), '  '),
  ];
  expect(earlierMappings(all, own).map(({ name }) => name)).toEqual(['same-target', 'same-source', 'other']);
});

test('of mappings with equal shapes, the published ones come before those with unpublished changes', () => {
  const all = [
    mapping('a-draft', { kind: 'any' }, entity('contract'), '{ "id": Id }', true),
    mapping('published', { kind: 'any' }, entity('contract')),
  ];
  expect(earlierMappings(all, own).map(({ name }) => name)).toEqual(['published', 'a-draft']);
});

test('at most 25 are read', () => {
  const all = Array.from({ length: 60 }, (_, index) => mapping(`m${index}`, entity('deal'), entity('contract')));
  expect(earlierMappings(all, own).length).toBe(25);
});
