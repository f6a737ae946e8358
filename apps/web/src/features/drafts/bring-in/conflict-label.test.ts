import { expect, it } from 'vitest';
import { conflictLabel } from './conflict-label.ts';

const flow = {
  body: [
    { id: 'read', kind: 'read', name: 'Read account', config: {} },
    {
      id: 'checks',
      kind: 'check',
      name: 'Is it complete?',
      config: { rules: [{ code: 'NO_AMOUNT', assert: 'Amount > 0' }] },
    },
  ],
  settings: { businessKey: 'Id' },
};
const valueMap = { entries: [{ key: 'a/b', value: 1 }] };

it.each([
  [[flow], '/body/checks/config/rules/NO_AMOUNT/assert', 'Step “Is it complete?” › Rules › NO_AMOUNT › Must hold'],
  [[flow], '/body/checks', 'Step “Is it complete?”'],
  [[flow], '/settings/businessKey', 'Flow settings › Business key'],
  [[undefined, { body: [] }, flow], '/body/read/config', 'Step “Read account” › Everything'],
  [[valueMap], '/entries/a~1b/value', 'Entries › a/b › Value'],
  [[flow], '/body', 'The steps and their order'],
  [[flow], '', 'The whole document'],
])('in %o, %s reads %s', (documents, pointer, label) => {
  expect(conflictLabel(documents, pointer)).toBe(label);
});
