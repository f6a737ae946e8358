import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNetSuite } from '../../testing/netsuite/open-netsuite.ts';
import type { Answer, OpenNetSuite } from '../../testing/netsuite/open-netsuite.ts';

let netsuite: OpenNetSuite;
beforeEach(async () => {
  netsuite = await openNetSuite();
});
afterEach(async () => await netsuite.close());

/** Thornbury Water Services: subsidiary HP-UK, pounds. */
const THORNBURY = { externalId: 'SF-001Hk0000000004IAA' };

const ORDER = {
  externalId: 'SF-006Hk000000000LIAQ',
  entity: THORNBURY,
  subsidiary: { id: '2' },
  currency: { id: '1' },
  tranDate: '2026-11-23',
  startDate: '2026-12-01',
  endDate: '2027-05-31',
  otherRefNum: 'PO-77120',
  memo: 'CFO advisory retainer',
  custbody_tl_contract_type: 'retainer',
  item: {
    items: [
      { item: { externalId: 'ITEM-RETAINER' }, quantity: 6, rate: 4200, description: 'Monthly retainer' },
      { item: { id: '301' }, quantity: 2.5, rate: 420.1, custcol_tl_line_ref: 'line-2' },
    ],
  },
};

const read = async (path: string) => (await netsuite.call('GET', `record/v1/${path}`)).body as Record<string, unknown>;
const items = async (q: string) => ((await netsuite.query(q)).body as { items: unknown[] }).items;
const problem = ({ status, body }: Answer) => ({
  status,
  details: (body as { 'o:errorDetails': unknown })['o:errorDetails'],
});
const refusal = (sentence: string, code: string, path?: string) => ({
  status: 400,
  details: [
    {
      detail: `Error while accessing a resource. ${sentence}`,
      ...(path === undefined ? {} : { 'o:errorPath': path }),
      'o:errorCode': code,
    },
  ],
});

test('a billing schedule and the sales order that uses it', async () => {
  const schedule = {
    externalId: 'SF-006Hk000000000LIAQ',
    name: 'CFO advisory retainer IAQ',
    scheduleType: { id: 'STD' },
    frequency: { id: 'MONTHLY' },
    repeatEvery: { id: '1' },
    numberRemaining: 6,
    seriesStartDate: '2026-12-01',
    recurrenceTerms: { id: '2' },
  };
  const { location } = await netsuite.call('POST', 'record/v1/billingSchedule', schedule);
  const scheduleId = location?.split('/').at(-1) ?? '';
  const created = await netsuite.call('POST', 'record/v1/salesOrder', {
    ...ORDER,
    billingSchedule: { id: scheduleId },
  });
  expect([created.status, created.location]).toEqual([
    204,
    `${netsuite.system.url}/services/rest/record/v1/salesOrder/9001`,
  ]);
  const order = await read('salesOrder/9001?expandSubResources=true&simpleEnumFormat=true');
  const names = (value: unknown) => (value as { refName: string }).refName;
  expect({
    ...order,
    links: undefined,
    entity: names(order['entity']),
    billingSchedule: names(order['billingSchedule']),
    subsidiary: names(order['subsidiary']),
    currency: names(order['currency']),
    terms: names(order['terms']),
    item: (order['item'] as { items: Record<string, unknown>[] }).items.map(({ links: _links, ...line }) => ({
      ...line,
      item: names(line['item']),
      taxCode: names(line['taxCode']),
    })),
  }).toEqual({
    links: undefined,
    id: '9001',
    externalId: 'SF-006Hk000000000LIAQ',
    lastModifiedDate: '2026-11-23T09:00:00Z',
    createdDate: '2026-11-23T09:00:00Z',
    entity: 'CUST00002 Thornbury Water Services',
    billingSchedule: 'CFO advisory retainer IAQ',
    subsidiary: 'HP-UK',
    currency: 'British Pound',
    terms: 'Net 30',
    exchangeRate: 1,
    tranDate: '2026-11-23',
    startDate: '2026-12-01',
    endDate: '2027-05-31',
    otherRefNum: 'PO-77120',
    memo: 'CFO advisory retainer',
    tranId: 'SO00001',
    source: 'restWebServices',
    orderStatus: 'B',
    status: 'F',
    custbody_tl_contract_type: 'retainer',
    item: [
      {
        line: 1,
        item: 'RETAINER',
        description: 'Monthly retainer',
        quantity: 6,
        rate: 4200,
        amount: 25_200,
        isClosed: false,
        quantityBilled: 0,
        taxCode: 'VAT_GB:S-GB',
        taxRate1: 20,
        taxAmount: 5040,
      },
      {
        line: 2,
        item: 'PARTNER',
        quantity: 2.5,
        rate: 420.1,
        amount: 1050.25,
        isClosed: false,
        quantityBilled: 0,
        taxCode: 'VAT_GB:S-GB',
        taxRate1: 20,
        taxAmount: 210.05,
        custcol_tl_line_ref: 'line-2',
      },
    ],
    subtotal: 26_250.25,
    taxTotal: 5250.05,
    total: 31_500.3,
  });
});

test('SuiteQL shows header and lines; sold quantities and amounts are negative', async () => {
  await netsuite.call('POST', 'record/v1/salesOrder', ORDER);
  const header = 'id, type, tranid, BUILTIN.DF(status) AS status, externalid, foreigntotal, trandate';
  expect(await items(`SELECT ${header} FROM transaction WHERE type = 'SalesOrd' ORDER BY id`)).toEqual([
    {
      links: [],
      id: '9001',
      type: 'SalesOrd',
      tranid: 'SO00001',
      status: 'Sales Order : Pending Billing',
      externalid: 'SF-006Hk000000000LIAQ',
      foreigntotal: '31500.3',
      trandate: '23/11/2026',
    },
  ]);
  const line =
    'l.linesequencenumber AS line, l.mainline, BUILTIN.DF(l.item) AS item, l.quantity, l.foreignamount, l.subsidiary';
  const join = 'transaction t JOIN transactionline l ON l.transaction = t.id';
  expect(await items(`SELECT ${line} FROM ${join} WHERE t.id = 9001 ORDER BY l.id`)).toEqual([
    { links: [], line: '0', mainline: 'T', foreignamount: '31500.3', subsidiary: '2' },
    { links: [], line: '1', mainline: 'F', item: 'RETAINER', quantity: '-6', foreignamount: '-25200', subsidiary: '2' },
    {
      links: [],
      line: '2',
      mainline: 'F',
      item: 'PARTNER',
      quantity: '-2.5',
      foreignamount: '-1050.25',
      subsidiary: '2',
    },
  ]);
});

describe('a transaction is refused for each of these reasons', () => {
  test.each<[string, object, ReturnType<typeof refusal>]>([
    ['no customer', { entity: null }, refusal('Please enter value(s) for: Customer', 'USER_ERROR')],
    [
      'no lines',
      { item: { items: [] } },
      refusal('Please enter at least one line item for this transaction.', 'USER_ERROR', 'item'),
    ],
    [
      'a line without item',
      { item: { items: [{ quantity: 1 }] } },
      refusal('Please enter value(s) for: Item (line 1)', 'USER_ERROR'),
    ],
    [
      'a subsidiary the customer does not trade with',
      { subsidiary: { id: '3' } },
      refusal('Invalid entity reference key 5008 for subsidiary 3.', 'INVALID_KEY_OR_REF', 'entity'),
    ],
    [
      'a currency the customer does not have',
      { currency: { id: '2' } },
      refusal('Invalid currency reference key 2 for entity 5008.', 'INVALID_KEY_OR_REF', 'currency'),
    ],
    [
      'an item that is not there',
      { item: { items: [{ item: { id: '9999' }, amount: 1 }] } },
      refusal(
        'You have entered an Invalid Field Value 9999 for the following field: item',
        'INVALID_CONTENT',
        'item.items[0].item',
      ),
    ],
    [
      'an item out of use',
      { item: { items: [{ item: { id: '313' }, amount: 1 }] } },
      refusal(
        'You have entered an Invalid Field Value 313 for the following field: item',
        'INVALID_CONTENT',
        'item.items[0].item',
      ),
    ],
    [
      'a day the calendar does not have',
      { endDate: '2027-02-30' },
      refusal(
        'You have entered an Invalid Field Value 2027-02-30 for the following field: endDate',
        'INVALID_CONTENT',
        'endDate',
      ),
    ],
    [
      'a date that is none',
      { startDate: '1 December' },
      refusal(
        'You have entered an Invalid Field Value 1 December for the following field: startDate',
        'INVALID_CONTENT',
        'startDate',
      ),
    ],
  ])('%s', async (_title, change, expected) => {
    expect(problem(await netsuite.call('POST', 'record/v1/salesOrder', { ...ORDER, ...change }))).toEqual(expected);
    expect(await items('SELECT COUNT(*) AS n FROM transaction')).toEqual([{ links: [], n: '0' }]);
  });

  test('a second order with the same external id is refused', async () => {
    expect((await netsuite.call('POST', 'record/v1/salesOrder', ORDER)).status).toBe(204);
    expect(problem(await netsuite.call('POST', 'record/v1/salesOrder', ORDER))).toEqual(
      refusal('This record already exists.', 'USER_ERROR'),
    );
  });

  test('a further subsidiary and currency make the order possible', async () => {
    await netsuite.call('POST', 'record/v1/customerSubsidiaryRelationship', {
      entity: THORNBURY,
      subsidiary: { id: '3' },
    });
    await netsuite.call('PATCH', 'record/v1/customer/5008', { currencyList: { items: [{ currency: { id: '3' } }] } });
    const order = { ...ORDER, subsidiary: { id: '3' }, currency: { id: '3' } };
    expect((await netsuite.call('POST', 'record/v1/salesOrder', order)).status).toBe(204);
    expect(problem(await netsuite.call('PATCH', 'record/v1/customer/5008', { subsidiary: '4' }))).toEqual(
      refusal(
        'The primary subsidiary cannot be changed because the customer has transactions.',
        'USER_ERROR',
        'subsidiary',
      ),
    );
  });

  test('a standard schedule without a frequency and an unknown code are refused', async () => {
    const schedule = { name: 'X', scheduleType: { id: 'STD' } };
    expect(problem(await netsuite.call('POST', 'record/v1/billingSchedule', schedule))).toEqual(
      refusal('Please enter value(s) for: Recurrence Frequency', 'USER_ERROR'),
    );
    expect(problem(await netsuite.call('POST', 'record/v1/billingSchedule', { name: 'X', scheduleType: '1' }))).toEqual(
      refusal(
        'You have entered an Invalid Field Value 1 for the following field: scheduleType',
        'INVALID_CONTENT',
        'scheduleType',
      ),
    );
  });
});

test('the unbilled part of an order becomes an invoice, and only once', async () => {
  await netsuite.call('POST', 'record/v1/salesOrder', ORDER);
  const { status, location } = await netsuite.call('POST', 'record/v1/salesOrder/9001/!transform/invoice', {});
  expect([status, location]).toEqual([204, `${netsuite.system.url}/services/rest/record/v1/invoice/9002`]);
  const invoice = await read('invoice/9002?simpleEnumFormat=true');
  expect(invoice).toMatchObject({
    total: 31_500.3,
    amountRemaining: 31_500.3,
    dueDate: '2026-12-23',
    status: 'A',
    createdFrom: { id: '9001', refName: 'Sales Order #SO00001' },
  });
  expect(await read('salesOrder/9001?fields=status&simpleEnumFormat=true')).toMatchObject({ status: 'G' });
  expect(problem(await netsuite.call('POST', 'record/v1/salesOrder/9001/!transform/invoice', {}))).toEqual(
    refusal('Invalid initialize reference: this sales order has nothing to bill.', 'USER_ERROR'),
  );
});

test('a project belongs to its customer and subsidiary', async () => {
  const project = { companyName: 'Order-to-cash build', parent: THORNBURY, externalId: 'PRJ-1' };
  expect((await netsuite.call('PUT', 'record/v1/job/eid:PRJ-1', project)).status).toBe(204);
  const job = await read('job/eid:PRJ-1');
  expect(job).toMatchObject({
    entityId: 'PRJ00001',
    subsidiary: { id: '2' },
    entityStatus: { refName: 'In Progress' },
  });
  const order = { ...ORDER, entity: { externalId: 'SF-001Hk0000000001IAA' }, job: { externalId: 'PRJ-1' } };
  expect(problem(await netsuite.call('POST', 'record/v1/salesOrder', order))).toEqual(
    refusal(`Project ${String(job['id'])} does not belong to customer 5007.`, 'USER_ERROR', 'job'),
  );
});
