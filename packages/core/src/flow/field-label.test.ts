import { expect, it } from 'vitest';
import { fieldLabel } from './field-label.ts';

const step = {
  name: 'Write',
  config: {
    identity: { externalId: 'Id', match: [{ by: 'link' }] },
    rules: [
      { code: 'TOO_SMALL', assert: 'Amount > 0' },
      { code: '', assert: '' },
    ],
    branches: [{ slot: '' }],
    fields: { 'a/b__c': { kind: 'data', value: '$trigger.x' } },
  },
};

it.each([
  ['/name', ['Name']],
  ['/config/identity/externalId', ['Identity', 'Our reference']],
  ['/config/identity/match/0/by', ['Identity', 'Match', '1', 'By']],
  ['/config/rules/0/assert', ['Rules', 'TOO_SMALL', 'Must hold']],
  ['/config/rules/0/code', ['Rules', 'rule 1', 'Code']],
  ['/config/rules/1/assert', ['Rules', 'rule 2', 'Must hold']],
  ['/config/branches/0/slot', ['Branches', 'branch 1', 'Slot']],
  ['/config/rules/0', ['Rules', 'TOO_SMALL']],
  ['/config/fields/a~1b__c', ['Fields', 'a/b__c']],
  ['/config/fields/a~1b__c/value', ['Fields', 'a/b__c']],
  ['/config/fields/a~1b__c/kind', ['Fields', 'a/b__c', 'Given as']],
  ['', ['Everything']],
])('%s reads %j', (pointer, words) => {
  expect(fieldLabel(step, pointer)).toEqual(words);
});
