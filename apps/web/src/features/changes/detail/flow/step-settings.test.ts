import { expect, it } from 'vitest';
import { flowSchema } from '@throughline/core/flow';
import { flowSettings, stepSettings, triggerSettings } from './step-settings.ts';

const flow = flowSchema.parse({
  format: 2,
  trigger: {
    kind: 'webhook',
    name: 'A contact changes',
    connection: 'salesforce',
    object: 'Contact',
    when: '$trigger.Title = "CFO"',
  },
  settings: { businessKey: '$trigger.Id' },
  body: [
    {
      id: 'branch',
      kind: 'branch',
      name: 'Branch',
      config: { cases: [{ slot: 'case1', title: 'Case 1', when: '$trigger.Title = "CFO 1"' }] },
      bodies: { case1: [], otherwise: [] },
    },
    {
      id: 'notify',
      kind: 'notify',
      name: 'Notify',
      note: 'Only while we try it.',
      retry: { maxAttempts: 2, classes: ['throttled'] },
      config: {
        to: { kind: 'literal', value: 'ana@example.com' },
        subject: { kind: 'literal', value: 'A CFO' },
        body: '"About " & $trigger.Name',
      },
    },
    {
      id: 'write',
      kind: 'write',
      name: 'Write',
      retry: {},
      config: {
        connection: 'netsuite',
        object: 'customer',
        operation: 'upsert',
        identity: { externalId: '$trigger.Id', match: [{ by: 'external-id' }] },
        mapping: 'contact-to-customer',
        input: '$trigger',
      },
    },
  ],
});

const settingsOf = (id: string) =>
  flow.body.flatMap((step) =>
    step.id === id ? stepSettings(step).map(({ label, value }) => `${label}: ${value}`) : [],
  );

it('shows the condition of each case under its title', () => {
  expect(settingsOf('branch')).toEqual(['“Case 1” when: $trigger.Title = "CFO 1"']);
});

it('shows what a message says, the retries that differ from the usual ones, and the note', () => {
  expect(settingsOf('notify')).toEqual([
    'To: "ana@example.com"',
    'Subject: "A CFO"',
    'Body: "About " & $trigger.Name',
    'Retry › Attempts: 2',
    'Retry › After: throttled',
    'Note: Only while we try it.',
  ]);
});

it('shows object, identity and mapping of a write', () => {
  expect(settingsOf('write')).toEqual([
    'Connection: netsuite',
    'Object: customer',
    'Operation: upsert',
    'Identity › Our reference: $trigger.Id',
    'Identity › Match › 1 › By: external-id',
    'Mapping: contact-to-customer',
    'Input: $trigger',
    'When the record exists: update',
    'When it was delivered before: always',
  ]);
});

it('shows the condition of the trigger and the keys of the flow', () => {
  expect(triggerSettings(flow.trigger)).toContainEqual({
    pointer: '/when',
    label: 'When',
    value: '$trigger.Title = "CFO"',
  });
  expect(flowSettings(flow)).toEqual([
    { pointer: '/businessKey', label: 'Business key', value: '$trigger.Id' },
    { pointer: '/timeout', label: 'Timeout', value: 'PT1H' },
    { pointer: '/retention', label: 'Retention', value: 'P90D' },
  ]);
});
