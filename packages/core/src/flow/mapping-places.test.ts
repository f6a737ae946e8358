import { expect, test } from 'vitest';
import { mappingPlaces } from './mapping-places.ts';

const write = (id: string, input: string) => ({
  id,
  name: id,
  kind: 'write',
  config: {
    connection: 'erp',
    object: 'Order',
    operation: 'upsert',
    mapping: 'to-order',
    input,
    identity: { externalId: '$trigger.Id' },
  },
});
const map = (id: string, mapping: string) => ({ id, name: id, kind: 'map', config: { mapping, input: '$trigger' } });

test('the input of a map step is recorded, and that of a write step is computed from outputs of earlier steps', () => {
  const flow = {
    format: 1,
    description: '',
    trigger: { kind: 'manual', name: 'By hand' },
    settings: {},
    body: [
      map('first', 'to-order'),
      map('other', 'something-else'),
      write('save', '{ "deal": $steps.first, "by": $trigger.Owner, "again": $steps.first.Name }'),
      write('ofThisRun', '{ "run": $flow.runId }'),
      {
        id: 'lines',
        name: 'Lines',
        kind: 'for-each',
        config: { items: '$trigger.lines' },
        bodies: { each: [map('line', 'to-order'), write('saveLine', '$steps.first')] },
      },
    ],
  };
  expect(mappingPlaces(flow, 'to-order')).toEqual([
    { stepId: 'first', input: 'recorded' },
    {
      stepId: 'save',
      input: {
        expression: '{ "deal": $steps.first, "by": $trigger.Owner, "again": $steps.first.Name }',
        stepIds: ['first'],
      },
    },
    { stepId: 'line', input: 'recorded' },
  ]);
  expect(mappingPlaces({ format: 99 }, 'to-order')).toEqual([]);
});
