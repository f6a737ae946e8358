import { flowSchema } from '@throughline/core/flow';
import { data } from '@throughline/core/flow/field-value';
import { expect, test } from 'vitest';
import { demoData } from '../../../../testing/designer/demo-data.ts';
import { viewOf } from '../steps/registry.ts';
import { idPath } from './id-path.ts';
import { proposals } from './proposals.ts';

const demo = demoData();

test('a proposed list is quoted where its name would be a calculation', () => {
  const schema = { properties: { 'line-items': { type: 'array', items: {} } } } as const;
  const config = proposals['for-each']?.(viewOf('for-each').initial(), {
    before: [{ path: '$trigger', ref: undefined, schema }],
    flow: flowSchema.parse({ format: 1, trigger: { kind: 'call', name: 'Called' }, body: [] }),
    data: demo,
  });
  expect(config).toMatchObject({ items: data('$trigger.`line-items`') });
});

test('the identity of a record is quoted where its name would be a calculation', () => {
  const { catalog } = demo.validation;
  const salesforce = catalog['salesforce']!;
  const account = salesforce.objects['Account']!;
  const line = { ...account, identity: { ...account.identity, field: 'line-id' } };
  const withLine = { ...catalog, salesforce: { ...salesforce, objects: { line } } };
  const ref = { kind: 'object', system: 'salesforce', object: 'line' } as const;
  const found = idPath(
    { path: '$trigger', ref, schema: {} },
    { ...demo, validation: { ...demo.validation, catalog: withLine } },
  );
  expect(found).toBe('$trigger.`line-id`');
});
