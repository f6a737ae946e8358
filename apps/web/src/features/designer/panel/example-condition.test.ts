import { expect, test } from 'vitest';
import { exampleCondition } from './example-condition.ts';
import { catalog } from '../designer-data.ts';

test('the example of a condition is about a field that the object has', () => {
  for (const { objects } of Object.values(catalog)) {
    for (const { schema } of Object.values(objects)) {
      const [, name = ''] = /\$trigger\.(\w+)/.exec(exampleCondition(schema)) ?? [];
      expect(Object.keys(schema.properties ?? {})).toContain(name);
    }
  }
});

test('a field with known values is compared with one of them', () => {
  const schema = { properties: { Id: { type: 'string' }, Stage: { type: 'string', enum: ['New', 'Won'] } } } as const;
  expect(exampleCondition(schema)).toBe('$trigger.Stage = "New"');
});

test('a text is asked for otherwise, and nothing is shown where no field is known', () => {
  const schema = { properties: { AccountId: { type: 'string' }, Title: { type: ['string', 'null'] } } } as const;
  expect([exampleCondition(schema), exampleCondition({}), exampleCondition(undefined)]).toEqual([
    '$exists($trigger.Title)',
    '',
    '',
  ]);
});
