import { expect, it } from 'vitest';
import { flattenFields } from './flatten-fields.ts';

it('lists fields with their path, plain type and choices', () => {
  const schema = {
    type: 'object',
    required: ['id', 'lines'],
    properties: {
      id: { type: 'string', title: 'Id', description: 'Ours.' },
      lines: {
        type: 'array',
        title: 'Lines',
        items: { type: 'object', properties: { unit: { type: 'string', title: 'Unit', enum: ['hour', 'day'] } } },
      },
    },
  } as const;
  expect(flattenFields(schema)).toEqual([
    { path: 'id', depth: 0, title: 'Id', description: 'Ours.', type: 'text', isRequired: true, choices: [] },
    {
      path: 'lines',
      depth: 0,
      title: 'Lines',
      description: '',
      type: 'list of objects',
      isRequired: true,
      choices: [],
    },
    {
      path: 'lines[].unit',
      depth: 1,
      title: 'Unit',
      description: '',
      type: 'one of 2',
      isRequired: false,
      choices: ['hour', 'day'],
    },
  ]);
});
