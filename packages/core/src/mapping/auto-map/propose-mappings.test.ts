import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { entityJsonSchema } from '../../canonical/entity-json-schema.ts';
import type { AutoMapInput, Proposal } from './proposal.ts';
import { proposeMappings } from './propose-mappings.ts';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'number' };
const date: JsonSchema = { type: 'string', format: 'date' };
const decimal: JsonSchema = { type: 'string', pattern: String.raw`^-?(0|[1-9]\d*)(\.\d+)?$` };
const currency: JsonSchema = { type: 'string', pattern: '^[A-Z]{3}$' };
const object = (properties: Readonly<Record<string, JsonSchema>>, title?: string): JsonSchema => ({
  type: 'object',
  properties,
  ...(title !== undefined && { title }),
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const money = object({ amount: decimal, currency });

/** Field → expression, for what is proposed with at least the confidence that the screen starts with. */
function proposed(input: AutoMapInput): Record<string, string> {
  return Object.fromEntries(
    leavesOf(proposeMappings(input)).map(({ target, expression }) => [target.join('.'), expression]),
  );
}

const leavesOf = (proposals: readonly Proposal[]): Extract<Proposal, { kind: 'field' }>[] =>
  proposals.flatMap((proposal) =>
    proposal.kind === 'list' ? leavesOf(proposal.children) : proposal.confidence >= 0.6 ? [proposal] : [],
  );

/** What is said about one target field. */
const reasonsFor = (target: string, input: AutoMapInput): readonly string[] | undefined =>
  leavesOf(proposeMappings(input)).find((proposal) => proposal.target.join('.') === target)?.reasons;

describe('names', () => {
  it('match in any style, with the marks of custom fields, prefixes and plurals', () => {
    const source = object({
      Legal_Entity__c: text,
      billingCities: text,
      custbody_tl_contract_kind: text,
      'net-weight': text,
    });
    const target = object({ legalEntity: text, billing_city: text, contractKind: text, netWeights: text });
    expect(proposed({ source, target })).toEqual({
      legalEntity: 'Legal_Entity__c',
      billing_city: 'billingCities',
      contractKind: 'custbody_tl_contract_kind',
      netWeights: '`net-weight`',
    });
  });

  it('match when one of them is short for the other', () => {
    const source = object({ qty: text, inv_no: text, dept: text, descr: text });
    const target = object({ quantity: text, invoiceNumber: text, department: text, description: text });
    expect(proposed({ source, target })).toEqual({
      quantity: 'qty',
      invoiceNumber: 'inv_no',
      department: 'dept',
      description: 'descr',
    });
  });

  it('match by words of the trade that mean the same, and say which', () => {
    const input = {
      source: object({ ClientNumber: text, zip: text }),
      target: object({ accountNumber: text, postalCode: text }),
    };
    expect(proposed(input)).toEqual({ accountNumber: 'ClientNumber', postalCode: 'zip' });
    expect(reasonsFor('accountNumber', input)).toEqual(['Synonym: account and client.']);
  });

  it('match by titles where the names are technical', () => {
    const input = {
      source: object({ Title: { type: 'string', title: 'Job title' } }),
      target: object({ custentity_pos: { type: 'string', title: 'Job title' } }),
    };
    expect(proposed(input)).toEqual({ custentity_pos: 'Title' });
    expect(reasonsFor('custentity_pos', input)).toEqual(['Same title: “Job title”.']);
  });

  it('that many records have match only within the same object', () => {
    const source = object({ name: text, owner: object({ name: text, email: text }) }, 'Project');
    const target = object({ name: text, owner: object({ name: text }), contact: object({ email: text }) }, 'Project');
    expect(proposed({ source, target })).toEqual({ name: 'name', 'owner.name': 'owner.name' });
  });
});

describe('ids', () => {
  it('match what they identify, and the id of the record wherever the record is named', () => {
    const source = object({ id: text, AccountId: text, OwnerId: text }, 'Opportunity');
    const target = object({
      id: text,
      dealId: text,
      customerId: text,
      owner: object({ id: text, team: text }),
      taskId: text,
    });
    expect(proposed({ source, target })).toEqual({
      id: 'id',
      dealId: 'id',
      customerId: 'AccountId',
      'owner.id': 'OwnerId',
    });
  });

  it('never come from where the source record came from', () => {
    const origin = object({ system: text, recordId: text });
    expect(proposed({ source: object({ origin, Name: text }), target: object({ origin, name: text }) })).toEqual({
      name: 'Name',
    });
  });
});

describe('fields next to an id', () => {
  const person = object({ Id: text, Name: text });
  const source = object({ account: object({ Name: text, OwnerId: text }), owner: person });
  const target = object({ name: text, owner: object({ id: text, name: text }) });
  const sampleWith = (Id: string) => ({ account: { Name: 'Rail', OwnerId: 'u1' }, owner: { Id, Name: 'Mara' } });

  it('are read only from the record that the id names, if a sample has another one', () => {
    const input = { source, target, samples: [sampleWith('u1'), sampleWith('u2')] };
    expect(proposed(input)).toEqual({
      name: 'account.Name',
      'owner.id': 'account.OwnerId',
      'owner.name': 'owner[Id = $$.account.OwnerId].Name',
    });
    expect(reasonsFor('owner.name', input)).toContain(
      'Only if OwnerId names it, because in one sample it is another record.',
    );
  });

  it('are read as they are if the samples have no other record', () => {
    expect(proposed({ source, target, samples: [sampleWith('u1')] })['owner.name']).toBe('owner.Name');
    expect(proposed({ source, target })['owner.name']).toBe('owner.Name');
  });
});

describe('types', () => {
  it('are converted where the engine has a function for it', () => {
    const source = object({
      Quantity: number,
      Amount: number,
      Currency: currency,
      Start: { type: 'string', format: 'date-time' },
      plannedHours: decimal,
      fee: money,
    });
    const target = object({
      quantity: decimal,
      amount: money,
      start: date,
      planned_minutes: { type: 'integer', 'x-unit': 'minute', title: 'Planned time' },
      fee_in_cents: { type: 'integer', 'x-unit': 'minor', title: 'Fee' },
    });
    expect(proposed({ source, target })).toEqual({
      quantity: '$decimal(Quantity)',
      amount: '$money(Amount, Currency)',
      start: '$date(Start)',
      planned_minutes: '$hoursToMinutes(plannedHours)',
      fee_in_cents: '$minorUnits(fee)',
    });
  });

  it('that do not fit are not proposed, and fields that the system fills neither', () => {
    const source = object({ active: { type: 'boolean' }, count: number, number: text });
    const target = object({ active: date, count: { type: 'boolean' }, number: { type: 'string', readOnly: true } });
    expect(proposeMappings({ source, target })).toEqual([]);
  });

  it('of money need a currency', () => {
    expect(proposed({ source: object({ amount: number }), target: object({ amount: money }) })).toEqual({});
  });
});

describe('values of samples', () => {
  const source = object({ Currency_Text: text, Status: text });

  it('confirm a format, or contradict it', () => {
    const target = object({ currency });
    const withValue = (Currency_Text: string) => ({ source, target, samples: [{ Currency_Text }] });
    expect(reasonsFor('currency', withValue('GBP'))).toContain('The values look like currencies.');
    expect(proposed(withValue('pounds'))).toEqual({});
  });

  it('are compared with the allowed ones, and a value map that has them is used', () => {
    const target = object({ status: { type: 'string', enum: ['open', 'done'] } });
    const samples = [{ Status: 'Running' }, { Status: 'Closed' }];
    expect(reasonsFor('status', { source, target, samples: [{ Status: 'open' }] })).toContain(
      'Every value is one of the allowed ones.',
    );
    expect(reasonsFor('status', { source, target, samples })).toContain(
      'The values are not the allowed ones: a value map can translate them.',
    );
    const valueMaps = [{ key: 'project-status', from: ['Running', 'Closed'] }];
    expect(proposed({ source, target, samples, valueMaps })).toEqual({ status: '$valueMap("project-status", Status)' });
  });
});

describe('earlier mappings', () => {
  it('are repeated, with the name of the mapping', () => {
    const input = {
      source: object({ Practice__c: text, Region__c: text }),
      target: object({ costCentre: text }),
      earlier: [{ mapping: 'Deal to contract', source: ['opportunity', 'Practice__c'], target: ['costCentre'] }],
    };
    expect(proposed(input)).toEqual({ costCentre: 'Practice__c' });
    expect(reasonsFor('costCentre', input)).toEqual(['Mapped like this in “Deal to contract”.']);
  });
});

describe('lists', () => {
  it('are paired by name and fields, and their fields are read from the item', () => {
    const source = object({
      LineItems: list(object({ Id: text, Name: text, Price: number })),
      Attachments: list(object({ Id: text, Url: text })),
      Currency: currency,
    });
    const target = object({ lines: list(object({ id: text, name: text, price: money })) });
    expect(
      proposeMappings({ source, target }).map((proposal) => ({ ...proposal, confidence: 0, reasons: [], children: 0 })),
    ).toEqual([
      {
        kind: 'list',
        target: ['lines'],
        source: ['LineItems'],
        isPerItem: true,
        confidence: 0,
        reasons: [],
        children: 0,
      },
    ]);
    expect(proposed({ source, target })).toEqual({
      'lines.id': 'Id',
      'lines.name': 'Name',
      'lines.price': '$money(Price, $$.Currency)',
    });
  });

  it('get one item from fields that start with the same word', () => {
    const source = object({ BillingStreet: text, BillingCity: text, BillingPostalCode: text, ShippingCity: text });
    const target = object({ addresses: list(object({ street: text, city: text, postalCode: text })) });
    expect(proposed({ source, target })).toEqual({
      'addresses.street': 'BillingStreet',
      'addresses.city': 'BillingCity',
      'addresses.postalCode': 'BillingPostalCode',
    });
  });

  it('that are built already keep their source', () => {
    const item = object({ id: text, name: text, phone: text });
    const source = object({ contacts: list(item), people: list(item) });
    const lists = [{ target: ['contacts'], source: ['people'] }];
    const [contacts] = proposeMappings({ source, target: object({ contacts: list(item) }), lists });
    expect(contacts?.source).toEqual(['people']);
  });
});

describe('a source field', () => {
  it('fills one target field, and others only with less confidence', () => {
    const proposals = proposeMappings({
      source: object({ email: text }),
      target: object({ email: text, invoiceEmail: text }),
    });
    expect(proposals.map(({ target, reasons }) => [target, reasons])).toEqual([
      [['email'], ['Same name.']],
      [['invoiceEmail'], ['The names have words in common.', 'The source already fills another field.']],
    ]);
  });

  it('stays less likely for a second field when the first one is set', () => {
    const input = { source: object({ email: text }), target: object({ email: text, invoiceEmail: text }) };
    const [, second] = proposeMappings(input);
    expect(proposeMappings({ ...input, taken: [['email']] })).toEqual([second]);
  });

  it('is not proposed for what is set', () => {
    const shape = object({ name: text, owner: object({ name: text, email: text }) });
    expect(proposed({ source: shape, target: shape, taken: [['owner']] })).toEqual({ name: 'name' });
  });
});

it('proposes in the order of the target', () => {
  const schema = entityJsonSchema('contract');
  const names = proposeMappings({ source: schema, target: schema }).map(({ target }) => target[0] ?? '');
  const targets = names.filter((name, index) => name !== names[index - 1]);
  const order = Object.keys(schema.properties ?? {});
  expect(targets).toEqual(order.filter((name) => targets.includes(name)));
  expect(targets).toContain('lines');
});

it('compares each field with a few others, however many there are', () => {
  const words = [
    'account',
    'billing',
    'city',
    'amount',
    'date',
    'start',
    'owner',
    'name',
    'code',
    'tax',
    'line',
    'price',
  ];
  const pairs = words.flatMap((one) => words.flatMap((other) => words.map((third) => `${one}_${other}_${third}`)));
  const wide = object(Object.fromEntries(pairs.map((name) => [name, text])));
  const work = { comparisons: 0 };
  proposeMappings({ source: wide, target: wide }, work);
  expect(pairs.length).toBe(1728);
  expect(work.comparisons).toBeLessThanOrEqual(pairs.length * 24);
});
