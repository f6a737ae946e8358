import { expect, test } from 'vitest';
import { dataPaths } from './data-paths.ts';

test('the data of the trigger and of earlier steps is offered with sample values, and lists as a whole', () => {
  const text = { type: 'string' } as const;
  const scope = {
    variables: {
      flow: { schema: { type: 'object', properties: { name: text } } as const, detail: 'this run' },
      trigger: {
        detail: 'Deal is won',
        schema: {
          type: 'object',
          properties: { Name: { ...text, title: 'Deal name' }, 'Unit price': { type: 'number' } },
        } as const,
      },
      steps: {
        schema: {
          type: 'object',
          properties: {
            read: {
              type: 'object',
              title: 'Read the deal',
              properties: { lines: { type: 'array', items: { properties: { Id: text } } } },
            },
          },
        } as const,
      },
    },
  };
  const samples = { trigger: { Name: 'Merrow', 'Unit price': 0 }, steps: { read: { lines: [{ Id: 'a' }] } } };
  const data = { isAboutRun: false, sample: undefined };
  expect(dataPaths(scope, samples)).toEqual([
    { ...data, path: '$trigger', names: ['Deal is won'], type: 'object' },
    { ...data, path: '$trigger.Name', names: ['Deal is won', 'Deal name'], type: 'string', sample: 'Merrow' },
    { ...data, path: '$trigger.`Unit price`', names: ['Deal is won', 'Unit price'], type: 'number', sample: '0' },
    { ...data, path: '$steps.read', names: ['Read the deal'], type: 'object' },
    {
      ...data,
      path: '$steps.read.lines',
      names: ['Read the deal', 'lines'],
      type: 'list of object',
      sample: '1 item',
    },
    { path: '$flow', names: ['This run'], type: 'object', sample: undefined, isAboutRun: true },
    { path: '$flow.name', names: ['This run', 'name'], type: 'string', sample: undefined, isAboutRun: true },
  ]);
});
