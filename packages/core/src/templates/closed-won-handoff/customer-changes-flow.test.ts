import { describe, expect, test } from 'vitest';
import { flowSchema } from '../../flow/definition.ts';
import { compileMapping } from '../../mapping/compile-mapping.ts';
import { dryRun, plainSystems, type DryRecords, type DryRun } from '../../../testing/templates/dry-run.ts';
import { customerChangesFlow } from './flow/customer-changes-flow.ts';
import { alpineAccount, railAccount } from './samples/salesforce-accounts.ts';
import { closedWonHandoff } from './template.ts';

const group = {
  ...alpineAccount,
  Id: '001Hk0000000101AAA',
  Name: 'Northgate Group plc',
  VAT_Number__c: 'GB111',
  ParentId: null,
};

const accounts: DryRecords = {
  'salesforce.Account': { [railAccount.Id]: railAccount, [alpineAccount.Id]: alpineAccount, [group.Id]: group },
};

const steps = ({ writes }: DryRun) => writes.map(({ step, externalId }) => `${step} ${externalId}`);
const recordOf = ({ writes }: DryRun, step: string) => writes.find((write) => write.step === step)?.record;

describe('rules 1 and 5: a change of an account', () => {
  const erp = { 'netsuite.customer': { [`SF-${railAccount.Id}`]: { id: '1201' } } };
  const change = (records: DryRecords) =>
    dryRun(
      closedWonHandoff,
      'customer-changes',
      { Id: railAccount.Id, Name: railAccount.Name },
      plainSystems({ ...accounts, ...records }),
    );

  test('a parent added later is written to NetSuite too, before the customer', async () => {
    const handoff = await change(erp);
    expect(handoff.stopped).toBeUndefined();
    expect(steps(handoff)).toEqual(['writeParent SF-001Hk0000000101AAA', 'writeCustomer SF-001Hk0000000102AAA']);
    expect(recordOf(handoff, 'writeCustomer')).toMatchObject({ parent: { id: 'customer#SF-001Hk0000000101AAA' } });
  });

  test('an account that never became a customer is not written', async () => {
    expect(await change({})).toEqual({ writes: [], said: [] });
  });

  test('fields that come only from a deal stay as they are in NetSuite', async () => {
    expect(recordOf(await change(erp), 'writeCustomer')).not.toHaveProperty('email');
  });

  test.each([
    ['an account', { Id: '001' }, true],
    ['an account without an origin', { Id: '001', Throughline_Origin__c: null }, true],
    ['an account that came from elsewhere', { Id: '001', Throughline_Origin__c: 'marketing' }, true],
    ['our own writing', { Id: '001', Throughline_Origin__c: 'throughline:netsuite' }, false],
  ])('%s starts it or not', async (_title, event, starts) => {
    const { trigger } = flowSchema.parse(customerChangesFlow.document);
    expect(compileMapping(trigger.when ?? '').evaluate(event, { trigger: event })).toBe(starts);
  });
});
