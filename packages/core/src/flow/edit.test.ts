import { expect, test } from 'vitest';
import { flowSchema, type FlowDocument } from './definition.ts';
import { data, expression, literal } from './field-value.ts';
import { deleteStep, insertStep, moveSteps, renameStepId, withFreshIds, wrapSteps } from './edit.ts';
import { type Step, stepSchema } from './step.ts';
import { findStep, walkSteps } from './walk.ts';

const map = (id: string, input = '$trigger'): Step =>
  stepSchema.parse({ id, name: id, kind: 'map', config: { mapping: 'a-to-b', input } });

const flow: FlowDocument = flowSchema.parse({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [
    map('first'),
    {
      id: 'lines',
      name: 'Lines',
      kind: 'for-each',
      config: { items: '$steps.first.lines' },
      bodies: { each: [map('inner', '$item'), map('outer', '$steps.inner')] },
    },
    map('last', '$steps.first.total + $steps.firstOther.x'),
  ],
});

const outline = (document: FlowDocument) =>
  [...walkSteps(document.body)].map(({ pointer, step }) => [pointer, step.id]);

test('walking visits parents before children, with pointers', () => {
  expect(outline(flow)).toEqual([
    ['/body/0', 'first'],
    ['/body/1', 'lines'],
    ['/body/1/bodies/each/0', 'inner'],
    ['/body/1/bodies/each/1', 'outer'],
    ['/body/2', 'last'],
  ]);
});

test('a step is inserted into a slot, even one that is still empty', () => {
  const edited = insertStep(
    flow,
    { address: { in: 'step', stepId: 'inner', slot: 'onError' }, index: 0 },
    map('fallback'),
  );
  expect(outline(edited)).toContainEqual(['/body/1/bodies/each/0/bodies/onError/0', 'fallback']);
  expect(edited.body[0]).toBe(flow.body[0]);
});

test('deleting a step deletes everything inside it', () => {
  expect(outline(deleteStep(flow, 'lines'))).toEqual([
    ['/body/0', 'first'],
    ['/body/1', 'last'],
  ]);
});

test('a move’s target position counts as it was before the move', () => {
  expect(outline(moveSteps(flow, ['first'], { address: { in: 'flow' }, index: 3 })).map(([, id]) => id)).toEqual([
    'lines',
    'inner',
    'outer',
    'last',
    'first',
  ]);
  expect(
    outline(moveSteps(flow, ['last'], { address: { in: 'step', stepId: 'lines', slot: 'each' }, index: 1 })).map(
      ([, id]) => id,
    ),
  ).toEqual(['first', 'lines', 'inner', 'last', 'outer']);
});

test('a container cannot be moved inside itself', () => {
  const point = { address: { in: 'step', stepId: 'lines', slot: 'each' }, index: 0 } as const;
  expect(() => moveSteps(flow, ['lines'], point)).toThrow(new RangeError('"Lines" cannot be moved inside itself.'));
});

test('several steps move together and end up next to each other, in the order given', () => {
  const moved = moveSteps(flow, ['first', 'outer'], { address: { in: 'flow' }, index: 2 });
  expect(outline(moved)).toEqual([
    ['/body/0', 'lines'],
    ['/body/0/bodies/each/0', 'inner'],
    ['/body/1', 'first'],
    ['/body/2', 'outer'],
    ['/body/3', 'last'],
  ]);
});

test('wrapped steps are inside the container, which takes the place of the first', () => {
  const container = stepSchema.parse({ id: 'loop', name: 'Loop', kind: 'for-each', config: { items: '[1]' } });
  expect(outline(wrapSteps(flow, ['last', 'first'], container, 'each'))).toEqual([
    ['/body/0', 'loop'],
    ['/body/0/bodies/each/0', 'first'],
    ['/body/0/bodies/each/1', 'last'],
    ['/body/1', 'lines'],
    ['/body/1/bodies/each/0', 'inner'],
    ['/body/1/bodies/each/1', 'outer'],
  ]);
  expect(() => wrapSteps(flow, ['inner', 'last'], container, 'each')).toThrow(RangeError);
});

test('copies have fresh ids, and their expressions refer to the copies', () => {
  const lines = flow.body[1] as Step;
  expect(
    withFreshIds([lines, map('last', '$steps.lines & $steps.first')], new Set(['lines', 'inner', 'outer'])),
  ).toEqual([
    {
      ...lines,
      id: 'lines2',
      bodies: {
        each: [
          { ...map('inner', '$item'), id: 'inner2' },
          { ...map('outer', '$steps.inner2'), id: 'outer2' },
        ],
      },
    },
    map('last', '$steps.lines2 & $steps.first'),
  ]);
});

test('a copy never gets the id of another step that is copied with it', () => {
  const copies = withFreshIds([map('a'), map('a2', '$steps.a'), map('b', '$steps.a2')], new Set(['a']));
  expect(copies).toEqual([{ ...map('a'), id: 'a3' }, map('a2', '$steps.a3'), map('b', '$steps.a2')]);
});

test('renaming rewrites references, but not longer names with the same prefix', () => {
  const renamed = renameStepId(flow, 'first', 'opportunity');
  expect(findStep(renamed.body, 'last')?.step.config).toEqual({
    mapping: 'a-to-b',
    input: expression('$steps.opportunity.total + $steps.firstOther.x'),
  });
  expect(findStep(renamed.body, 'lines')?.step.config).toMatchObject({ items: data('$steps.opportunity.lines') });
  expect(() => renameStepId(flow, 'first', 'last')).toThrow(RangeError);
});

test('renaming rewrites paths and inserts, and leaves texts that only mention the step', () => {
  const config = {
    to: data('$steps.first.owner'),
    subject: literal('{{$steps.first.Name}} (see $steps.first.Name and \\{{$steps.first.Name}})'),
    body: literal('$steps.first.Name'),
  };
  const tell = { id: 'tell', kind: 'notify' as const, name: 'Says $steps.first.Name', config };
  const renamed = renameStepId({ ...flow, body: [...flow.body, tell] }, 'first', 'deal');
  expect(findStep(renamed.body, 'tell')?.step).toEqual({
    ...tell,
    config: {
      to: data('$steps.deal.owner'),
      subject: literal('{{$steps.deal.Name}} (see $steps.first.Name and \\{{$steps.first.Name}})'),
      body: literal('$steps.first.Name'),
    },
  });
});
