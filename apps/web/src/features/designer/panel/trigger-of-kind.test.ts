import type { Trigger } from '@throughline/core/flow';
import { expect, it } from 'vitest';
import { triggerOfKind } from './trigger-of-kind.ts';

it('a default name follows the kind', () => {
  const hook = triggerOfKind('webhook', { kind: 'manual', name: 'Started by hand' });
  expect(hook).toEqual({
    kind: 'webhook',
    name: 'A webhook arrives',
    connection: '',
    object: '',
    record: 'read',
    include: [],
    deletions: 'ignore',
  });
  expect(triggerOfKind('call', hook)).toEqual({ kind: 'call', name: 'Called by another flow' });
});

it('a name that a person chose is kept, and so is the record that it is about', () => {
  const hook: Trigger = {
    kind: 'webhook',
    name: 'Deal won',
    connection: 'crm',
    object: 'Opportunity',
    record: 'as-sent',
    include: [],
    deletions: 'start',
  };
  expect(triggerOfKind('change', hook)).toEqual({ ...hook, kind: 'change', every: 'PT1M' });
});
