import { expect, it } from 'vitest';
import { placeLabel } from './place-label.ts';

const flow = {
  format: 2,
  trigger: { kind: 'webhook', name: 'Deal won', when: 'Stage = "Won"' },
  settings: { businessKey: '$trigger.Id' },
  body: [
    { id: 'check', kind: 'check', name: 'Complete?', config: { rules: [{ code: 'SMALL', assert: 'a' }] } },
    {
      id: 'loop',
      kind: 'for-each',
      name: 'Each line',
      config: { items: { kind: 'data', value: '$trigger.lines' } },
      bodies: { each: [{ id: 'write', kind: 'write', name: 'Save it', config: { onConflict: 'skip' } }] },
    },
  ],
};
const mapping = { text: '{}', source: { kind: 'any' }, tests: [{ name: 'A small one', input: { a: 1 } }] };

it.each([
  [flow, '', 'The whole document'],
  [flow, '/trigger', 'Trigger'],
  [flow, '/trigger/when', 'Trigger › When'],
  [flow, '/settings/businessKey', 'Flow settings › Business key'],
  [flow, '/body', 'The steps and their order'],
  [flow, '/body/0', 'Step “Complete?”'],
  [flow, '/body/0/config/rules/0/assert', 'Step “Complete?” › Rules › SMALL › Must hold'],
  [flow, '/body/1/config/items/value', 'Step “Each line” › Items'],
  [flow, '/body/1/bodies/each', 'Step “Each line” › Steps inside › Each'],
  [flow, '/body/1/bodies/each/0/config/onConflict', 'Step “Save it” › When the record exists'],
  [mapping, '/text', 'Mapping text'],
  [mapping, '/source/kind', 'What it is made for'],
  [mapping, '/tests/0/input/a', 'Tests › A small one › Input › A'],
  [{ entries: [{ key: 'net-30', value: '30' }] }, '/entries/0/value', 'Entries › net-30 › Value'],
])('in %o, %s is %s', (document, pointer, label) => {
  expect(placeLabel(document, pointer)).toBe(label);
});
