import { expect, test } from 'vitest';
import { dataPaths } from './data-paths.ts';

test('the data of the trigger and of earlier steps is offered with sample values, and lists as a whole', () => {
  const text = { type: 'string' } as const;
  const scope = {
    variables: {
      trigger: {
        schema: {
          type: 'object',
          properties: { Name: { ...text, title: 'Deal name' }, 'Unit price': { type: 'number' } },
        } as const,
      },
      steps: {
        schema: {
          type: 'object',
          properties: {
            read: { type: 'object', properties: { lines: { type: 'array', items: { properties: { Id: text } } } } },
          },
        } as const,
      },
    },
  };
  const samples = { trigger: { Name: 'Merrow', 'Unit price': 0 }, steps: { read: { lines: [{ Id: 'a' }] } } };
  expect(dataPaths(scope, samples)).toEqual([
    { path: '$trigger', type: 'object', title: undefined, sample: undefined },
    { path: '$trigger.Name', type: 'string', title: 'Deal name', sample: 'Merrow' },
    { path: '$trigger.`Unit price`', type: 'number', title: undefined, sample: '0' },
    { path: '$steps.read', type: 'object', title: undefined, sample: undefined },
    { path: '$steps.read.lines', type: 'list of object', title: undefined, sample: '1 item' },
  ]);
});
