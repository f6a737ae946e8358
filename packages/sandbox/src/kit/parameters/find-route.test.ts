import { expect, test } from 'vitest';
import type { CoverageEntry } from '../coverage-entry.ts';
import { findRoute } from './find-route.ts';

const coverage: readonly CoverageEntry[] = ['/a/:id', '/a/me', '/v1/:file{.+\\.json}', '/b'].map((path) => ({
  method: 'GET',
  path,
  status: 'implemented',
  parameters: {},
  doc: '',
}));

test.each([
  ['GET', '/a/me', '/a/me'],
  ['GET', '/a/7', '/a/:id'],
  ['HEAD', '/a/7', '/a/:id'],
  ['GET', '/a/7/b', undefined],
  ['GET', '/v1/x/y.json', '/v1/:file{.+\\.json}'],
  ['GET', '/b/', '/b'],
  ['POST', '/b', undefined],
])('%s %s is %s', (method, path, expected) => {
  expect(findRoute(coverage, method, path)?.path).toBe(expected);
});
