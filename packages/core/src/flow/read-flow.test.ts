import { expect, it } from 'vitest';
import { flowSchema } from './definition.ts';
import { readFlow } from './read-flow.ts';

const trigger = { kind: 'manual', name: 'By hand' };

it('a stored flow of any format is read', () => {
  const flow = flowSchema.parse({ format: 2, trigger, body: [] });
  expect([readFlow({ format: 1, trigger, body: [] }), readFlow({ format: 2, trigger, body: [] })]).toEqual([
    { isReadable: true, flow },
    { isReadable: true, flow },
  ]);
});

it.each([
  [
    'a kind of step that this release does not know',
    { format: 2, trigger, body: [{ id: 'a', name: 'A', kind: 'teleport', config: {} }] },
    /^The step "A"|^"Kind" of "A"|^"A"/,
  ],
  [
    'a format of a later release',
    { format: 3, trigger, body: [] },
    /^This flow has format 3; this version of Throughline knows formats up to 2\./,
  ],
  ['something that is not a document', 'flow', /^This is not a flow document/],
  ['an early format whose trigger is missing', { format: 1, body: 7 }, /./],
  ['an early format whose body holds no steps', { format: 1, trigger, body: [null, 7] }, /./],
])('a sentence says why a flow cannot be read: %s', (_title, document, problem) => {
  expect(readFlow(document)).toEqual({ isReadable: false, problem: expect.stringMatching(problem) });
});
