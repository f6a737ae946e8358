import { flowSchema, type FlowDocument, type FlowInput } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { data, expression } from '@throughline/core/flow/field-value';
import { describe, expect, test } from 'vitest';
import { demoData } from '../../../../testing/designer/demo-data.ts';
import { firstEmptyField } from './first-empty-field.ts';
import { proposeStep } from './propose-step.ts';
import { rankOffers } from './rank-offers.ts';
import { stepOffers } from './step-offers.ts';

const demo = demoData();
const offers = stepOffers(demo);

const found = (search: string) =>
  rankOffers(offers, search).map(({ title, offers: inGroup }) => [title, ...inGroup.map((offer) => offer.title)]);
const titles = (search: string) => found(search).flatMap(([, ...rest]) => rest);

describe('finding a step', () => {
  test('lists the kinds in their groups before anything is typed', () => {
    expect(found('')).toEqual([
      ['Systems', 'Read', 'Write'],
      ['Data', 'Map', 'Look up', 'Check'],
      ['Path', 'Branch', 'Parallel', 'For each', 'Call flow', 'Wait', 'Raise'],
      ['People and events', 'Publish', 'Notify', 'Approve', 'Respond'],
    ]);
  });

  test('finds a record of a system by what to do with it', () => {
    expect(found('NetSuite customer')[0]?.slice(0, 3)).toEqual([
      'Systems',
      'Write customer in NetSuite',
      'Read customer from NetSuite',
    ]);
    expect(offers.find(({ title }) => title === 'Write account in Salesforce')?.summary).toBe(
      'Create, update, or delete it, once.',
    );
    expect(titles('read opportunity')[0]).toBe('Read opportunity from Salesforce');
  });

  test.each([
    ['map oppor contract', 'Map with Salesforce opportunity to contract'],
    ['rate the lines', 'Call Rate the lines'],
    ['project.activated', 'Publish project.activated'],
    ['wait project.activated', 'Wait for project.activated'],
    ['look subsidiary', 'Look up in NetSuite subsidiary'],
    ['netsuite sandbox read invoice', 'Read invoice from NetSuite'],
    ['if', 'Branch'],
    ['loop', 'For each'],
    ['map', 'Map'],
    ['notify', 'Notify'],
  ])('“%s” offers “%s” first', (search, title) => {
    expect(titles(search)[0]).toBe(title);
  });

  test('ranks whole words before beginnings and parts of words', () => {
    const kinds = offers.filter(({ isKind }) => isKind);
    const made = ['Chart order', 'Order', 'Ordering', 'Reorder'].map((title) => ({
      ...kinds[0]!,
      id: title,
      title,
      words: '',
      summary: '',
      isKind: false,
    }));
    expect(rankOffers(made, 'order').flatMap((group) => group.offers.map(({ title }) => title))).toEqual([
      'Order',
      'Chart order',
      'Ordering',
      'Reorder',
    ]);
  });

  test('finds nothing when a word matches nothing', () => {
    expect(found('netsuite zebra')).toEqual([]);
  });

  test('every offer says in one line what it does, and has an id of its own', () => {
    expect(offers.filter(({ summary }) => summary.trim() === '' || summary.includes('\n'))).toEqual([]);
    expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
  });
});

const atEnd = (flow: FlowDocument): InsertionPoint => ({ address: { in: 'flow' }, index: flow.body.length });

const flowOf = (...body: FlowInput['body']): FlowDocument =>
  flowSchema.parse({
    format: 1,
    trigger: { kind: 'webhook', name: 'A deal is won', connection: 'salesforce', object: 'Opportunity' },
    body,
  });

const proposed = (flow: FlowDocument, title: string, point = atEnd(flow)) => {
  const offer = offers.find((each) => each.title === title);
  if (offer === undefined) throw new Error(`There is no offer “${title}”.`);
  return proposeStep(flow, point, offer, demo);
};

const readAccount = {
  id: 'readAccount',
  name: 'Read account',
  kind: 'read' as const,
  config: { connection: 'salesforce', object: 'Account', find: { by: 'id' as const, value: '$trigger.AccountId' } },
};
const mapCustomer = {
  id: 'mapCustomer',
  name: 'As customer',
  kind: 'map' as const,
  config: { mapping: 'salesforce-account-to-customer', input: '$steps.readAccount' },
};
const mapContract = {
  id: 'mapContract',
  name: 'As contract',
  kind: 'map' as const,
  config: { mapping: 'salesforce-opportunity-to-contract', input: '$trigger' },
};

describe('a new step', () => {
  test('that maps takes the step before as its input, or the trigger if there is none', () => {
    expect(proposed(flowOf(readAccount), 'Map').config).toEqual({ mapping: '', input: data('$steps.readAccount') });
    expect(proposed(flowOf(), 'Map').config).toEqual({ mapping: '', input: data('$trigger') });
  });

  test('that maps with a chosen mapping takes the data for which the mapping is made', () => {
    const flow = flowOf(readAccount, mapContract);
    expect(proposed(flow, 'Map with Contract to project').config).toEqual({
      mapping: 'contract-to-project',
      input: data('$steps.mapContract'),
    });
    expect(proposed(flow, 'Map with Salesforce account to customer').config).toEqual({
      mapping: 'salesforce-account-to-customer',
      input: expression('{ "account": $steps.readAccount, "opportunity": $trigger }'),
    });
  });

  test('that reads an object finds it by the field that refers to it', () => {
    expect(proposed(flowOf(), 'Read account from Salesforce')).toMatchObject({
      id: 'readAccountFromSalesforce',
      name: 'Read account from Salesforce',
      config: { connection: 'salesforce', object: 'Account', find: { by: 'id', value: data('$trigger.AccountId') } },
    });
    expect(proposed(flowOf(), 'Read opportunity from Salesforce')).toMatchObject({
      config: { find: { by: 'id', value: data('$trigger.Id') } },
    });
  });

  test('that writes an object gets the mapping whose target fits, its input and an identity', () => {
    expect(proposed(flowOf(readAccount, mapCustomer), 'Write customer in NetSuite').config).toEqual({
      connection: 'netsuite',
      object: 'customer',
      operation: 'upsert',
      mapping: 'customer-to-netsuite-customer',
      input: expression('{ "customer": $steps.mapCustomer }'),
      identity: {
        externalId: data('$steps.mapCustomer.id'),
        entity: 'customer',
        canonicalId: data('$steps.mapCustomer.id'),
        match: [{ by: 'link' }, { by: 'external-id' }],
      },
      onConflict: 'update',
      verify: 'always',
    });
  });

  test('that writes right behind a step that maps to an object writes what that step built', () => {
    const build = {
      id: 'build',
      name: 'Build the customer',
      kind: 'map' as const,
      config: { mapping: 'customer-to-netsuite-customer', input: '{ "customer": $steps.mapCustomer }' },
    };
    const flow = flowOf(readAccount, mapCustomer, build);
    const written = {
      connection: 'netsuite',
      object: 'customer',
      operation: 'upsert',
      record: data('$steps.build'),
      identity: {
        externalId: data('$steps.mapCustomer.id'),
        entity: 'customer',
        canonicalId: data('$steps.mapCustomer.id'),
        match: [{ by: 'link' }, { by: 'external-id' }],
      },
      onConflict: 'update',
      verify: 'always',
    };
    expect(proposed(flow, 'Write customer in NetSuite').config).toEqual(written);
    expect(proposed(flow, 'Write').config).toEqual(written);
    expect(proposed(flow, 'Write client (group) in Kantata OX').config).toMatchObject({
      mapping: 'customer-to-kantata-client',
    });
  });

  test('that writes what was built is known by the very step that it was built from', () => {
    const read = { ...readAccount, id: 'readA', name: 'Read it again' };
    const build = {
      id: 'build',
      name: 'Build the customer',
      kind: 'map' as const,
      config: { mapping: 'customer-to-netsuite-customer', input: '{ "customer": $steps.readAccount }' },
    };
    // The name of the nearer step is the beginning of the other one's.
    expect(proposed(flowOf(readAccount, read, build), 'Write customer in NetSuite').config).toMatchObject({
      record: data('$steps.build'),
      identity: { externalId: data('$steps.readAccount.Id') },
    });
  });

  test('that writes writes what a mapping can make of the step before, and each record once', () => {
    const flow = flowOf(readAccount, mapCustomer);
    const first = proposed(flow, 'Write');
    expect(first.config).toMatchObject({ connection: 'netsuite', object: 'customer' });
    const second = proposed(flowOf(readAccount, mapCustomer, first), 'Write');
    expect(second.config).toMatchObject({ connection: 'kantata', mapping: 'customer-to-kantata-client' });
    expect(proposed(flowOf(), 'Write').config).toMatchObject({ connection: '', object: '' });
  });

  test('for each item proposes the list of the step before', () => {
    expect(proposed(flowOf(mapContract), 'For each').config).toMatchObject({ items: data('$steps.mapContract.lines') });
  });

  test('in a loop maps the item', () => {
    const loop = {
      id: 'each',
      name: 'Each',
      kind: 'for-each' as const,
      config: { items: '$steps.mapContract.lines' },
      bodies: { each: [] },
    };
    const flow = flowOf(mapContract, loop);
    const inside: InsertionPoint = { address: { in: 'step', stepId: 'each', slot: 'each' }, index: 0 };
    expect(proposed(flow, 'Map', inside).config).toEqual({ mapping: '', input: data('$item') });
  });

  test('does not read a step that has not run there', () => {
    const way = {
      id: 'way',
      name: 'Way',
      kind: 'branch' as const,
      config: { cases: [{ slot: 'gb', title: 'GB', when: 'true' }] },
      bodies: { gb: [readAccount], otherwise: [] },
    };
    expect(proposed(flowOf(way), 'Map').config).toEqual({ mapping: '', input: data('$trigger') });
  });

  test('has a name and an id that no other step has', () => {
    const flow = flowOf();
    const first = proposed(flow, 'Map');
    const second = proposed({ ...flow, body: [first] }, 'Map');
    expect([first, second].map(({ id, name }) => [id, name])).toEqual([
      ['mapRecord', 'Map record'],
      ['mapRecord2', 'Map record 2'],
    ]);
  });

  test.each([
    ['Map', '/mapping'],
    ['Read', '/connection'],
    ['Read user from Salesforce', '/find/value'],
    ['Check', '/rules/0/code'],
    ['Notify', '/to'],
    ['For each', '/items'],
    ['Call Rate the lines', '/name'],
    ['Write sales order (contract) in NetSuite', '/name'],
  ])('“%s” leads to its first empty field, %s', (title, pointer) => {
    const flow =
      title === 'For each'
        ? { ...flowOf(), trigger: { kind: 'manual', name: 'By hand' } as const }
        : flowOf(mapContract);
    expect(firstEmptyField(proposed(flow, title))).toBe(pointer);
  });
});
