import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNetSuite } from '../../testing/netsuite/open-netsuite.ts';
import type { Answer, OpenNetSuite } from '../../testing/netsuite/open-netsuite.ts';

let netsuite: OpenNetSuite;
let base: string;
beforeEach(async () => {
  netsuite = await openNetSuite();
  base = `${netsuite.system.url}/services/rest/record/v1`;
});
afterEach(async () => await netsuite.close());

const ALDGATE = {
  externalId: 'SF-001000000000001AAA',
  companyName: 'Aldgate Test Ltd',
  isPerson: false,
  subsidiary: { id: '2' },
  currency: { id: '1' },
  terms: { id: '2' },
  vatRegNumber: 'GB123456789',
  email: 'ap@aldgate.example',
  custentity_tl_origin: 'throughline:run-1',
  addressBook: {
    items: [
      {
        label: 'Billing',
        defaultBilling: true,
        addressBookAddress: { addr1: '1 Aldgate High St', city: 'London', zip: 'EC3N 1AA', country: { id: 'GB' } },
      },
    ],
  },
};

const reference = (type: string, id: string, refName: string) => ({
  links: [{ rel: 'self', href: `${base}/${type}/${id}` }],
  id,
  refName,
});
const sublist = (path: string, items: object[]) => ({
  links: [{ rel: 'self', href: `${base}/${path}` }],
  count: items.length,
  hasMore: false,
  items,
  offset: 0,
  totalResults: items.length,
});
const created = async (type: string, body: object): Promise<string> => {
  const answer = await netsuite.call('POST', `record/v1/${type}`, body);
  expect(answer).toMatchObject({ status: 204, body: null });
  return answer.location?.split('/').at(-1) ?? '';
};
const problem = ({ status, body }: Answer) => ({
  status,
  details: (body as { 'o:errorDetails': unknown })['o:errorDetails'],
});

describe('one record', () => {
  test('create answers 204 with a location, and read shows everything with lists expanded', async () => {
    const id = await created('customer', ALDGATE);
    const { status, body } = await netsuite.call('GET', `record/v1/customer/${id}?expandSubResources=true`);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        links: [{ rel: 'self', href: `${base}/customer/${id}` }],
        id,
        externalId: 'SF-001000000000001AAA',
        lastModifiedDate: '2026-11-23T09:00:00Z',
        dateCreated: '2026-11-23T09:00:00Z',
        addressBook: sublist(`customer/${id}/addressBook`, [
          {
            links: [],
            id: '1',
            addressBookAddress: {
              links: [],
              addr1: '1 Aldgate High St',
              city: 'London',
              country: { id: 'GB', refName: 'United Kingdom' },
              zip: 'EC3N 1AA',
            },
            defaultBilling: true,
            defaultShipping: false,
            isResidential: false,
            label: 'Billing',
          },
        ]),
        altName: 'Aldgate Test Ltd',
        companyName: 'Aldgate Test Ltd',
        currency: reference('currency', '1', 'British Pound'),
        currencyList: sublist(`customer/${id}/currencyList`, [
          { links: [], currency: reference('currency', '1', 'British Pound') },
        ]),
        email: 'ap@aldgate.example',
        entityId: 'CUST00013',
        entityStatus: { id: '13', refName: 'CUSTOMER-Closed Won' },
        isInactive: false,
        isPerson: false,
        subsidiary: reference('subsidiary', '2', 'HP-UK'),
        terms: reference('term', '2', 'Net 30'),
        vatRegNumber: 'GB123456789',
        custentity_tl_origin: 'throughline:run-1',
      },
    });
  });

  test('fields narrows the answer, sublists are links unless expanded, and enumerations can be bare', async () => {
    const id = await created('customer', ALDGATE);
    const path = `record/v1/customer/${id}?fields=companyName,addressBook,entityStatus&simpleEnumFormat=true`;
    expect((await netsuite.call('GET', path)).body).toEqual({
      links: [{ rel: 'self', href: `${base}/customer/${id}` }],
      companyName: 'Aldgate Test Ltd',
      addressBook: { links: [{ rel: 'self', href: `${base}/customer/${id}/addressBook` }] },
      entityStatus: '13',
    });
    const lines = await netsuite.call('GET', `record/v1/customer/${id}/currencyList`);
    expect(lines.body).toEqual(
      sublist(`customer/${id}/currencyList`, [{ links: [], currency: reference('currency', '1', 'British Pound') }]),
    );
  });

  test('a list answers ids and links only, one page at a time', async () => {
    const page = await netsuite.call('GET', 'record/v1/term?limit=2&offset=2');
    const link = (rel: string, offset: number) => ({ rel, href: `${base}/term?limit=2&offset=${offset}` });
    expect(page.body).toEqual({
      links: [link('first', 0), link('previous', 0), link('self', 2)],
      count: 2,
      hasMore: false,
      items: ['3', '4'].map((id) => ({ links: [{ rel: 'self', href: `${base}/term/${id}` }], id })),
      offset: 2,
      totalResults: 4,
    });
  });

  test('upsert by external id creates once, then changes; PATCH and DELETE take eid too', async () => {
    const { externalId: _externalId, ...body } = ALDGATE;
    const first = await netsuite.call('PUT', 'record/v1/customer/eid:CID-1', body);
    const again = await netsuite.call('PUT', 'record/v1/customer/eid:CID-1?replace=addressBook', {
      ...body,
      phone: '020 7946 0000',
    });
    expect([first.status, again.status, again.location]).toEqual([204, 204, first.location]);
    await netsuite.call('PATCH', 'record/v1/customer/eid:CID-1', { phone: null, email: 'new@aldgate.example' });
    const fields = 'fields=phone,email,externalId,addressBook&expandSubResources=true';
    const id = first.location?.split('/').at(-1);
    expect((await netsuite.call('GET', `record/v1/customer/eid:CID-1?${fields}`)).body).toMatchObject({
      email: 'new@aldgate.example',
      externalId: 'CID-1',
      addressBook: { count: 1 },
    });
    expect((await netsuite.call('DELETE', 'record/v1/customer/eid:CID-1')).status).toBe(204);
    expect((await netsuite.call('GET', `record/v1/customer/${id}`)).status).toBe(404);
    const deleted = await netsuite.query(
      'SELECT recordid, name, type, scriptid, deleteddate FROM deletedrecord ORDER BY recordid',
    );
    expect(deleted.body).toMatchObject({
      items: [
        {
          links: [],
          recordid: id,
          name: 'CUST00013 Aldgate Test Ltd',
          type: 'Customer',
          scriptid: 'customer',
          deleteddate: '23/11/2026',
        },
      ],
    });
  });

  test('the same lines sent again are added, unless the list is replaced', async () => {
    const id = await created('customer', ALDGATE);
    const count = async (): Promise<unknown> =>
      ((await netsuite.call('GET', `record/v1/customer/${id}/addressBook`)).body as { count: unknown }).count;
    await netsuite.call('PATCH', `record/v1/customer/${id}`, { addressBook: ALDGATE.addressBook });
    expect(await count()).toBe(2);
    await netsuite.call('PATCH', `record/v1/customer/${id}?replace=addressBook`, { addressBook: ALDGATE.addressBook });
    expect(await count()).toBe(1);
  });
});

describe('refusals', () => {
  const accessing = (sentence: string, code: string, path?: string) => [
    {
      detail: `Error while accessing a resource. ${sentence}`,
      ...(path === undefined ? {} : { 'o:errorPath': path }),
      'o:errorCode': code,
    },
  ];

  test.each<[string, object, object[]]>([
    ['mandatory fields', {}, accessing('Please enter value(s) for: Company Name, Primary Subsidiary', 'USER_ERROR')],
    [
      'a person needs a name',
      { isPerson: true, subsidiary: '2', lastName: 'Doe' },
      accessing('Please enter value(s) for: First Name', 'USER_ERROR'),
    ],
    [
      'an id that is not there',
      { companyName: 'X', subsidiary: { id: '99' } },
      accessing(
        'You have entered an Invalid Field Value 99 for the following field: subsidiary',
        'INVALID_CONTENT',
        'subsidiary',
      ),
    ],
    [
      'an external id that is not there',
      { companyName: 'X', subsidiary: '2', parent: { externalId: 'SF-none' } },
      accessing('Invalid parent reference key SF-none.', 'INVALID_KEY_OR_REF', 'parent'),
    ],
    [
      'an inactive parent',
      { companyName: 'X', subsidiary: '2', parent: { id: '5018' } },
      accessing(
        'You have entered an Invalid Field Value 5018 for the following field: parent',
        'INVALID_CONTENT',
        'parent',
      ),
    ],
    [
      'a taken external id',
      { companyName: 'X', subsidiary: '2', externalId: 'SF-001Hk0000000001IAA' },
      accessing('This entity already exists.', 'USER_ERROR'),
    ],
    [
      'a taken number',
      { companyName: 'X', subsidiary: '2', entityId: 'CUST00001' },
      accessing(
        'A customer record with this ID already exists. You must enter a unique customer ID for each record you create.',
        'USER_ERROR',
        'entityId',
      ),
    ],
    [
      'a country code nobody has',
      {
        companyName: 'X',
        subsidiary: '2',
        addressBook: { items: [{ addressBookAddress: { country: { id: 'XX' } } }] },
      },
      accessing(
        'You have entered an Invalid Field Value XX for the following field: country',
        'INVALID_CONTENT',
        'addressBook.items[0].addressBookAddress.country',
      ),
    ],
    [
      'a bare list',
      { companyName: 'X', subsidiary: '2', addressBook: [] },
      [
        {
          detail: "Invalid content in the request body. 'addressBook' must be an object.",
          'o:errorPath': 'addressBook',
          'o:errorCode': 'INVALID_CONTENT',
        },
      ],
    ],
  ])('%s', async (_title, body, details) => {
    expect(problem(await netsuite.call('POST', 'record/v1/customer', body))).toEqual({ status: 400, details });
  });

  test('a customer cannot become its own ancestor', async () => {
    const parent = await created('customer', ALDGATE);
    const child = await created('customer', { companyName: 'Child', subsidiary: '2', parent: { id: parent } });
    const answer = await netsuite.call('PATCH', `record/v1/customer/${parent}`, { parent: { id: child } });
    expect(problem(answer)).toEqual({
      status: 400,
      details: accessing('A record cannot be its own parent or ancestor.', 'USER_ERROR', 'parent'),
    });
    expect(problem(await netsuite.call('DELETE', `record/v1/customer/${parent}`))).toEqual({
      status: 400,
      details: accessing('This record cannot be deleted because it has dependent records.', 'USER_ERROR'),
    });
  });

  test('unknown records, types and bodies are refused', async () => {
    expect((await netsuite.call('GET', 'record/v1/customer/-1')).body).toEqual({
      type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5',
      title: 'Not Found',
      status: 404,
      'o:errorDetails': [
        {
          detail: 'The record instance does not exist. Provide a valid record instance ID.',
          'o:errorCode': 'NONEXISTENT_ID',
        },
      ],
    });
    expect(problem(await netsuite.call('GET', 'record/v1/bad-path'))).toEqual({
      status: 404,
      details: [
        { detail: "Record type 'bad-path' does not exist.", 'o:errorPath': 'bad-path', 'o:errorCode': 'NOT_FOUND' },
      ],
    });
    expect(problem(await netsuite.call('POST', 'record/v1/customer', 'bad body'))).toEqual({
      status: 400,
      details: [
        {
          detail: 'Invalid content in the request body. The body is not valid JSON.',
          'o:errorCode': 'INVALID_CONTENT',
        },
      ],
    });
    expect((await netsuite.call('POST', 'record/v1/currency', { name: 'Yen' })).status).toBe(403);
  });

  test('an unknown property is ignored with a warning, or refused when asked for', async () => {
    const body = { companyName: 'X', subsidiary: '2', companyNme: 'Y' };
    const warned = await netsuite.call('POST', 'record/v1/customer', body);
    expect([warned.status, warned.headers['warning']]).toEqual([
      204,
      '199 - "Unknown property companyNme was ignored"',
    ]);
    const ignored = await netsuite.call('POST', 'record/v1/customer', body, {
      'X-NetSuite-PropertyNameValidation': 'Ignore',
    });
    expect([ignored.status, ignored.headers['warning']]).toEqual([204, undefined]);
    const strict = { 'X-NetSuite-PropertyNameValidation': 'Error' };
    expect(problem(await netsuite.call('POST', 'record/v1/customer', body, strict))).toEqual({
      status: 400,
      details: [
        {
          detail: "Invalid content in the request body. Unknown property 'companyNme'.",
          'o:errorPath': 'companyNme',
          'o:errorCode': 'INVALID_CONTENT',
        },
      ],
    });
  });

  test('a lock shows as a record that has been changed', async () => {
    netsuite.system.context.faults.add({ kind: 'lock', match: { method: 'PATCH' } });
    expect(problem(await netsuite.call('PATCH', 'record/v1/customer/5007', { phone: '1' }))).toEqual({
      status: 400,
      details: accessing('Record has been changed.', 'RCRD_HAS_BEEN_CHANGED'),
    });
    expect((await netsuite.call('PATCH', 'record/v1/customer/5007', { phone: '1' })).status).toBe(204);
  });
});

test('metadata lists the record types and describes one as JSON Schema', async () => {
  const catalogue = (await netsuite.call('GET', 'record/v1/metadata-catalog')).body as { items: { name: string }[] };
  expect(catalogue.items.map((each) => each.name)).toContain('salesOrder');
  const schema = (await netsuite.call('GET', 'record/v1/metadata-catalog/term')).body;
  expect(schema).toEqual({
    $schema: 'http://json-schema.org/draft-06/hyper-schema#',
    type: 'object',
    title: 'Term',
    properties: {
      id: { title: 'Internal ID', nullable: true, readOnly: true, type: 'string' },
      externalId: { title: 'External ID', nullable: true, type: 'string' },
      lastModifiedDate: {
        title: 'Last Modified Date',
        nullable: true,
        readOnly: true,
        type: 'string',
        format: 'date-time',
      },
      daysUntilNetDue: { title: 'Days Till Net Due', nullable: true, type: 'integer', format: 'int64' },
      isInactive: { title: 'Inactive', nullable: true, type: 'boolean' },
      name: { title: 'Terms', nullable: true, type: 'string' },
      links: {
        title: 'Links',
        type: 'array',
        readOnly: true,
        items: { type: 'object', properties: { rel: { type: 'string' }, href: { type: 'string' } } },
      },
    },
    'x-ns-filterable': ['id', 'externalId', 'lastModifiedDate', 'daysUntilNetDue', 'isInactive', 'name'],
  });
});
