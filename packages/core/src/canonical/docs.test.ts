import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entityNames, entityOf } from './registry.ts';

test('docs/wire/entities.md lists every entity with its sentence', () => {
  const text = readFileSync(new URL('../../../../docs/wire/entities.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, name, sentence]) => [name, sentence]);
  expect(rows).toEqual(entityNames.map((name) => [name, entityOf(name).description]));
});
