import { describe, expect, test } from 'vitest';
import { flowSchema } from '../../flow/definition.ts';
import { compileMapping } from '../../mapping/compile-mapping.ts';
import { dryRun, plainSystems, type DryRecords, type DryRun } from '../../../testing/templates/dry-run.ts';
import { closedWonFlow } from './flow/closed-won-flow.ts';
import { alpineAccount, railAccount } from './samples/salesforce-accounts.ts';
import { alpineDeal, emptyDeal, railDeal, railOwner } from './samples/salesforce-deals.ts';
import { closedWonHandoff } from './template.ts';

const group = {
  ...alpineAccount,
  Id: '001Hk0000000101AAA',
  Name: 'Northgate Group plc',
  VAT_Number__c: 'GB111',
  ParentId: null,
};

function crm(deal: Readonly<Record<string, unknown>>, more: DryRecords = {}): DryRecords {
  return {
    'salesforce.Opportunity': { [String(deal['Id'])]: deal },
    'salesforce.Account': { [railAccount.Id]: railAccount, [alpineAccount.Id]: alpineAccount, [group.Id]: group },
    'salesforce.User': { [railOwner.Id]: railOwner },
    ...more,
  };
}

const run = (deal: Readonly<Record<string, unknown>>, more?: DryRecords, trigger: unknown = { Id: deal['Id'] }) =>
  dryRun(closedWonHandoff, 'closed-won-handoff', trigger, plainSystems(crm(deal, more)));

const steps = ({ writes }: DryRun) => writes.map(({ step, externalId }) => `${step} ${externalId}`);
const recordOf = ({ writes }: DryRun, step: string) => writes.find((write) => write.step === step)?.record;

describe('trigger', () => {
  const { trigger } = flowSchema.parse(closedWonFlow.document);
  const when = (event: unknown) => compileMapping(trigger.when ?? '').evaluate(event, { trigger: event });

  test.each([
    ['a won deal', { Id: '006', StageName: 'Closed Won', Throughline_Origin__c: null }, true],
    ['a won deal without an origin', { Id: '006', StageName: 'Closed Won' }, true],
    ['a won deal that came from elsewhere', { StageName: 'Closed Won', Throughline_Origin__c: 'marketing' }, true],
    ['an open deal', { Id: '006', StageName: 'Negotiation' }, false],
    ['an echo of our own writing', { StageName: 'Closed Won', Throughline_Origin__c: 'throughline:netsuite:1' }, false],
  ])('rule 12, %s: %#', async (_title, event, starts) => {
    expect(Boolean(await when(event))).toBe(starts);
  });
});

test('rules 3, 4 and 6: writes parent, customer, client, project, work, roles, schedule and contract in this order, each by our key', async () => {
  const handoff = await run(railDeal);
  expect(handoff.stopped).toBeUndefined();
  expect(steps(handoff)).toEqual([
    'writeParent SF-001Hk0000000101AAA',
    'writeCustomer SF-001Hk0000000102AAA',
    'writeClient 001Hk0000000102AAA',
    'writeProject 006Hk0000000301AAA',
    'writePhase 006Hk0000000301AAA:discovery',
    'writeTask 00kHk0000000401AAA',
    'writePhase 006Hk0000000301AAA:build',
    'writeTask 00kHk0000000402AAA',
    'writeTask 00kHk0000000403AAA',
    'writeTask 00kHk0000000404AAA',
    'writeRole 006Hk0000000301AAA:SENIOR',
    'writeRole 006Hk0000000301AAA:ENGINEER',
    'writeSchedule SF-006Hk0000000301AAA',
    'writeContract SF-006Hk0000000301AAA',
  ]);
});

test('rule 4: three levels of a group are written from the top', async () => {
  const top = { ...group, Id: '001Hk0000000100AAA', Name: 'Northgate Holding', VAT_Number__c: null };
  const accounts = {
    'salesforce.Account': {
      [railAccount.Id]: railAccount,
      [group.Id]: { ...group, ParentId: top.Id },
      [top.Id]: top,
    },
  };
  const handoff = await run(railDeal, accounts);
  const customers = handoff.writes.filter(({ object }) => object === 'netsuite.customer');
  expect(customers.map(({ step, record }) => ({ step, parent: (record as { parent?: unknown }).parent }))).toEqual([
    { step: 'writeGrandparent', parent: undefined },
    { step: 'writeParent', parent: { id: `customer#SF-${top.Id}` } },
    { step: 'writeCustomer', parent: { id: `customer#SF-${group.Id}` } },
  ]);
});

test('a group of more than three levels is handed to a person before anything is written', async () => {
  const top = { ...group, Id: '001Hk0000000100AAA', ParentId: '001Hk0000000099AAA' };
  const accounts = {
    'salesforce.Account': { [railAccount.Id]: railAccount, [group.Id]: { ...group, ParentId: top.Id }, [top.Id]: top },
  };
  const { writes, stopped } = await run(railDeal, accounts);
  expect({ writes, stopped }).toEqual({ writes: [], stopped: { step: 'raiseTooDeep', codes: ['GROUP_TOO_DEEP'] } });
});

test('rules 4 and 5: later records refer to what was written before', async () => {
  const handoff = await run(railDeal);
  expect(recordOf(handoff, 'writeCustomer')).toMatchObject({ parent: { id: 'customer#SF-001Hk0000000101AAA' } });
  expect(recordOf(handoff, 'writeProject')).toMatchObject({
    primary_workspace_group_id: 'workspace_groups#001Hk0000000102AAA',
  });
  expect(recordOf(handoff, 'writeTask')).toMatchObject({
    workspace_id: 'workspaces#006Hk0000000301AAA',
    parent_id: 'stories#006Hk0000000301AAA:discovery',
  });
  expect(recordOf(handoff, 'writeContract')).toMatchObject({
    entity: { id: 'customer#SF-001Hk0000000102AAA' },
    billingSchedule: { id: 'billingSchedule#SF-006Hk0000000301AAA' },
  });
});

test('rule 2: a customer is matched by link, then our key, then its tax number', async () => {
  const { body } = flowSchema.parse(closedWonFlow.document);
  const write = body.find(({ id }) => id === 'writeCustomer');
  expect(write?.kind === 'write' && write.config.identity.match.map(({ by }) => by)).toEqual([
    'link',
    'external-id',
    'field',
  ]);
  const handoff = await run(railDeal);
  expect(
    handoff.writes.map(({ step, matchedBy }) => ({ step, ...matchedBy })).filter((match) => 'vatRegNumber' in match),
  ).toEqual([
    { step: 'writeParent', vatRegNumber: 'GB111' },
    { step: 'writeCustomer', vatRegNumber: 'GB123456789' },
  ]);
});

test('it ends by notifying other flows and the account owner', async () => {
  const { said } = await run(railDeal);
  expect(said).toEqual([
    {
      type: 'project.activated',
      subject: '006Hk0000000301AAA',
      data: expect.objectContaining({
        records: {
          netsuite: {
            customer: 'customer#SF-001Hk0000000102AAA',
            salesOrder: 'salesOrder#SF-006Hk0000000301AAA',
            billingSchedule: 'billingSchedule#SF-006Hk0000000301AAA',
          },
          kantata: {
            workspace: 'workspaces#006Hk0000000301AAA',
            client: 'workspace_groups#001Hk0000000102AAA',
          },
        },
      }),
    },
    {
      to: 'amelia.hart@haldenpike.example',
      subject: 'Project activated: Northgate Rail: timetable platform',
      body: 'Northgate Rail: timetable platform is in delivery: 4 tasks in 2 phases, 61480.00 GBP, from 2026-12-01 to 2027-03-31.',
    },
  ]);
});

describe('rules 7 and 9: an order in another subsidiary and another currency', () => {
  const deal = {
    ...railDeal,
    CurrencyIsoCode: 'EUR',
    Legal_Entity__c: 'HP-DE',
    lines: railDeal.lines.map((line) => ({ ...line, CurrencyIsoCode: 'EUR' })),
  };
  const erp = {
    'netsuite.customer': {
      'customer#SF-001Hk0000000102AAA': {
        id: '1201',
        currencyList: { items: [{ currency: { id: '1' } }, { currency: { id: '2' } }] },
      },
    },
  };

  test('the customer keeps its primary subsidiary and currencies, and gains what the order needs before the order', async () => {
    const handoff = await run(deal, erp);
    expect(recordOf(handoff, 'writeCustomer')).toMatchObject({ subsidiary: { id: '2' }, currency: { id: '1' } });
    expect(recordOf(handoff, 'addCurrency')).toEqual({
      currencyList: { items: [{ currency: { id: '1' } }, { currency: { id: '2' } }, { currency: { id: '3' } }] },
    });
    expect(recordOf(handoff, 'relateSubsidiary')).toEqual({
      entity: { id: 'customer#SF-001Hk0000000102AAA' },
      subsidiary: { id: '3' },
    });
    expect(recordOf(handoff, 'writeContract')).toMatchObject({ subsidiary: { id: '3' }, currency: { id: '3' } });
    const order = steps(handoff).map((step) => step.split(' ')[0]);
    expect(order.indexOf('relateSubsidiary')).toBeLessThan(order.indexOf('writeContract'));
  });

  test('an order in the customer’s own currency and subsidiary needs none of this', async () => {
    const handoff = await run(railDeal);
    expect(handoff.writes.filter(({ step }) => step === 'addCurrency' || step === 'relateSubsidiary')).toEqual([]);
  });

  test('rates are written out line by line, so that no price level of NetSuite changes them', async () => {
    const order = recordOf(await run(railDeal), 'writeContract') as {
      item: { items: { rate: unknown; amount: unknown }[] };
    };
    expect(order.item.items.map(({ rate, amount }) => [rate, amount])).toEqual([
      [175, 14000],
      [1160, 34800],
      [160, 10320],
      [2360, 2360],
    ]);
  });
});

describe('checks: nothing is written for an incomplete deal, and everything wrong with it is reported', () => {
  const [line] = railDeal.lines;
  test.each([
    ['NOT_CLOSED_WON', { ...railDeal, StageName: 'Negotiation' }],
    ['DESCRIPTION_ONLY', { ...railDeal, lines: [] }],
    ['ZERO_VALUE', { ...railDeal, lines: [{ ...line, UnitPrice: 0, TotalPrice: 0 }] }],
    ['LEGAL_ENTITY_MISSING', { ...railDeal, Legal_Entity__c: null }],
    ['TAX_JURISDICTION_MISSING', { ...railDeal, Tax_Jurisdiction__c: null }],
    ['CONTRACT_TYPE_MISSING', { ...railDeal, Contract_Type__c: null }],
    ['CONTRACT_TYPE_MISSING', { ...railDeal, Contract_Type__c: 'Barter' }],
    ['BILLING_MODEL_MISSING', { ...railDeal, Billing_Model__c: null }],
    ['BILLING_MODEL_MISSING', { ...railDeal, Billing_Model__c: 'When they pay' }],
    ['BILLING_TERMS_UNKNOWN', { ...railDeal, Billing_Terms__c: 'Net 90' }],
    ['BILLING_TERMS_MISSING', { ...railDeal, Billing_Terms__c: null }],
    ['DELIVERY_REGION_MISSING', { ...railDeal, Delivery_Region__c: '' }],
    ['PROJECT_DATES_MISSING', { ...railDeal, Project_End__c: null }],
    ['PROJECT_DATES_REVERSED', { ...railDeal, Project_End__c: '2026-11-30' }],
    ['CURRENCY_MISMATCH', { ...railDeal, lines: [line, { ...line, CurrencyIsoCode: 'EUR' }] }],
    ['LEGAL_ENTITY_UNKNOWN', { ...railDeal, Legal_Entity__c: 'HP-FR' }],
    ['DELIVERY_REGION_UNKNOWN', { ...railDeal, Delivery_Region__c: 'Nordics' }],
    ['PRACTICE_UNKNOWN', { ...railDeal, Practice__c: 'Aviation' }],
    ['ROLE_UNKNOWN', { ...railDeal, lines: [{ ...line, Role_Code__c: 'INTERN' }] }],
    ['CURRENCY_UNKNOWN', { ...railDeal, CurrencyIsoCode: 'SEK', lines: [{ ...line, CurrencyIsoCode: 'SEK' }] }],
    ['MILESTONES_WITHOUT_MILESTONE', { ...railDeal, Billing_Model__c: 'On Milestone' }],
  ])('%s', async (code, deal) => {
    const { writes, said, stopped } = await run(deal);
    expect({ writes, said, step: stopped?.step, codes: stopped?.codes }).toEqual({
      writes: [],
      said: [],
      step: 'checkDeal',
      codes: [code],
    });
  });

  test('a deal with only a description is reported to lack everything at once', async () => {
    const bare = { ...emptyDeal, AccountId: railAccount.Id };
    expect((await run(bare)).stopped).toEqual({
      step: 'checkDeal',
      codes: [
        'DESCRIPTION_ONLY',
        'LEGAL_ENTITY_MISSING',
        'TAX_JURISDICTION_MISSING',
        'CONTRACT_TYPE_MISSING',
        'BILLING_MODEL_MISSING',
        'BILLING_TERMS_MISSING',
        'DELIVERY_REGION_MISSING',
        'PROJECT_DATES_MISSING',
      ],
      payload: {
        Id: emptyDeal.Id,
        Name: emptyDeal.Name,
        StageName: 'Closed Won',
        corrections: {
          Legal_Entity__c: null,
          Tax_Jurisdiction__c: null,
          Contract_Type__c: null,
          Billing_Model__c: null,
          Billing_Terms__c: null,
          Delivery_Region__c: null,
          Project_Start__c: null,
          Project_End__c: null,
          Practice__c: null,
          PO_Number__c: null,
        },
        asRead: {},
      },
    });
  });

  test('values that the operator adds to the payload win on replay, and nulls do not erase anything', async () => {
    const deal = { ...railDeal, Billing_Terms__c: null };
    const { stopped } = await run(deal);
    expect(stopped?.payload).toEqual({
      Id: railDeal.Id,
      Name: railDeal.Name,
      StageName: 'Closed Won',
      corrections: { Billing_Terms__c: null },
      asRead: {
        Legal_Entity__c: 'HP-UK',
        Tax_Jurisdiction__c: 'GB',
        Contract_Type__c: 'Time and Materials',
        Billing_Model__c: 'Monthly in Arrears',
        Delivery_Region__c: 'UK & Ireland',
        Project_Start__c: '2026-12-01',
        Project_End__c: '2027-03-31',
        Practice__c: 'Technology',
        PO_Number__c: 'PO-77812',
      },
    });
    const fixed = { Id: railDeal.Id, corrections: { Billing_Terms__c: 'Net 60', PO_Number__c: null } };
    const replay = await run(deal, {}, fixed);
    expect(replay.stopped).toBeUndefined();
    expect(recordOf(replay, 'writeContract')).toMatchObject({ terms: { id: '4' }, otherRefNum: 'PO-77812' });
  });

  test('corrections are kept when the deal stops again for another reason', async () => {
    const deal = { ...railDeal, Billing_Terms__c: null, Tax_Jurisdiction__c: null };
    const { stopped } = await run(deal, {}, { Id: deal.Id, corrections: { Billing_Terms__c: 'Net 60' } });
    expect(stopped?.codes).toEqual(['TAX_JURISDICTION_MISSING']);
    expect(stopped?.payload).toMatchObject({ corrections: { Billing_Terms__c: 'Net 60', Tax_Jurisdiction__c: null } });
  });

  test('a deleted account stops the run before anything is written', async () => {
    const { writes, stopped } = await run({ ...railDeal, AccountId: '001Hk0000000999AAA' });
    expect({ writes, stopped }).toEqual({ writes: [], stopped: { step: 'readAccount', codes: ['ACCOUNT_MISSING'] } });
  });
});

describe('rule 11: the contract is active once the order exists', () => {
  const order = {
    id: '5001',
    subsidiary: { id: '2' },
    currency: { id: '1' },
    startDate: '2026-12-01',
    endDate: '2027-03-31',
    terms: { id: '2' },
    custbody_tl_contract_type: 'time-and-materials',
    custbody_tl_billing_model: 'monthly-in-arrears',
    custbody_tl_tax_jurisdiction: 'GB',
    item: {
      // NetSuite may list the lines in another order.
      items: railDeal.lines
        .map(({ Id, Quantity, TotalPrice }) => ({ custcol_tl_line_ref: Id, quantity: Quantity, amount: TotalPrice }))
        .toReversed(),
    },
  };
  const erp = { 'netsuite.salesOrder': { [`SF-${railDeal.Id}`]: order } };

  test('closing it again changes neither project nor contract; customer data still follows (rule 5)', async () => {
    const handoff = await run(railDeal, erp);
    expect({ steps: steps(handoff), said: handoff.said, stopped: handoff.stopped }).toEqual({
      steps: ['writeParent SF-001Hk0000000101AAA', 'writeCustomer SF-001Hk0000000102AAA'],
      said: [],
      stopped: undefined,
    });
  });

  const [first, ...others] = railDeal.lines;
  test.each([
    ['an amount', { ...railDeal, lines: [{ ...first, UnitPrice: 200, TotalPrice: 16000 }, ...others] }],
    ['the lines', { ...railDeal, lines: [...railDeal.lines, { ...first, Id: '00kX', UnitPrice: 0, TotalPrice: 0 }] }],
    ['two lines with the same sum', { ...railDeal, lines: [{ ...first, Quantity: 70, UnitPrice: 200 }, ...others] }],
    ['the seller', { ...railDeal, Legal_Entity__c: 'HP-US' }],
    ['the tax jurisdiction', { ...railDeal, Tax_Jurisdiction__c: 'IE' }],
    ['the end', { ...railDeal, Project_End__c: '2027-04-30' }],
    ['the terms', { ...railDeal, Billing_Terms__c: 'Net 60' }],
    ['the billing model', { ...railDeal, Billing_Model__c: 'Monthly in Advance' }],
  ])('an edit of %s overwrites nothing and asks for a change order', async (_title, deal) => {
    const handoff = await run(deal, erp);
    expect(handoff.stopped).toEqual({ step: 'raiseChangeOrder', codes: ['CHANGE_ORDER_REQUIRED'] });
    expect(steps(handoff)).toEqual(['writeParent SF-001Hk0000000101AAA', 'writeCustomer SF-001Hk0000000102AAA']);
  });

  test('adding a purchase order number later does not change the contract', async () => {
    expect((await run({ ...railDeal, PO_Number__c: 'PO-99999' }, erp)).stopped).toBeUndefined();
  });
});

test('rule 12: every record in NetSuite names its source', async () => {
  const handoff = await run(alpineDeal);
  expect(recordOf(handoff, 'writeCustomer')).toMatchObject({
    custentity_tl_origin: 'throughline:salesforce:Account:001Hk0000000110AAA',
  });
  expect(recordOf(handoff, 'writeContract')).toMatchObject({
    custbody_tl_origin: 'throughline:salesforce:Opportunity:006Hk0000000302AAA',
  });
});
