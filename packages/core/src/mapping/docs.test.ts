import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mappingDocument } from './document.ts';
import { mappingFunctions } from './functions/registry.ts';
import { runMappingTests } from './run-tests.ts';

const text = readFileSync(new URL('../../../../docs/wire/mapping-format.md', import.meta.url), 'utf8');

test('docs/wire/mapping-format.md names each of our functions with its parameters', () => {
  const calls = [...text.matchAll(/`\$([a-zA-Z0-9]+)\(([^)]*)\)`/g)].map(([, name]) => name ?? '');
  expect([...new Set(calls)].toSorted()).toEqual(mappingFunctions.map(({ name }) => name).toSorted());
});

test('its example is a document that passes its own test', () => {
  const [, json = ''] = /```json\n(.*?)```/s.exec(text) ?? [];
  const document = mappingDocument.parse(JSON.parse(json));
  const outcomes = runMappingTests(document);
  expect(outcomes.map(({ name, status }) => ({ name, status }))).toEqual([
    { name: 'a plain account', status: 'passed' },
  ]);
});
