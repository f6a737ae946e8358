import { expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

it('keeps paths of this app and drops everything that leads elsewhere', () => {
  const given = [
    '/test/runs?page=2',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/sign-in?next=/',
    '/a b',
    undefined,
    ['/a'],
  ];
  expect(given.map(safePath)).toEqual(['/test/runs?page=2', '/', '/', '/', '/', '/', '/', '/']);
});
