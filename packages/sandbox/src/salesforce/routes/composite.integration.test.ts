import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestOrg } from '../test-org.ts';
import type { TestOrg } from '../test-org.ts';

let testOrg: TestOrg;

beforeAll(async () => {
  testOrg = await startTestOrg();
});
afterAll(() => testOrg.close());

const V = '/services/data/v66.0';
const composite = async (compositeRequest: object[], allOrNone = false): Promise<unknown> =>
  await testOrg.connection.requestPost('/composite', { compositeRequest, allOrNone });

const countOf = async (name: string): Promise<number> =>
  (await testOrg.connection.query(`SELECT COUNT() FROM Account WHERE Name = '${name}'`)).totalSize;

const create = (referenceId: string, type: string, body: object): object => ({
  method: 'POST',
  url: `${V}/sobjects/${type}`,
  referenceId,
  body,
});

const id = expect.stringMatching(/^00[136]Hk\w{13}$/) as string;

test('later parts can use what earlier ones answered', async () => {
  const answer = await composite([
    create('acc', 'Account', { Name: 'Composite Ltd' }),
    create('con', 'Contact', { LastName: 'Smith', AccountId: '@{acc.id}' }),
    {
      method: 'GET',
      url: `${V}/query?q=SELECT+Name,Account.Name+FROM+Contact+WHERE+Id='@{con.id}'`,
      referenceId: 'found',
    },
    {
      method: 'PATCH',
      url: `${V}/sobjects/Account/@{acc.id}`,
      referenceId: 'fix',
      body: { Description: 'Contact is @{found.records[0].Name}' },
    },
    { method: 'GET', url: `${V}/sobjects/Account/@{acc.id}?fields=Description`, referenceId: 'read' },
  ]);
  const attributes = expect.anything() as unknown;
  const location = { Location: expect.stringContaining(`${V}/sobjects/`) as string };
  expect(answer).toEqual({
    compositeResponse: [
      { body: { id, success: true, errors: [] }, httpHeaders: location, httpStatusCode: 201, referenceId: 'acc' },
      { body: { id, success: true, errors: [] }, httpHeaders: location, httpStatusCode: 201, referenceId: 'con' },
      {
        body: {
          totalSize: 1,
          done: true,
          records: [{ attributes, Name: 'Smith', Account: { attributes, Name: 'Composite Ltd' } }],
        },
        httpHeaders: {},
        httpStatusCode: 200,
        referenceId: 'found',
      },
      { body: null, httpHeaders: {}, httpStatusCode: 204, referenceId: 'fix' },
      {
        body: { attributes, Description: 'Contact is Smith' },
        httpHeaders: expect.anything() as unknown,
        httpStatusCode: 200,
        referenceId: 'read',
      },
    ],
  });
});

const parts = (name: string): object[] => [
  create('acc', 'Account', { Name: name }),
  create('bad', 'Contact', { AccountId: '@{acc.id}' }),
  create('next', 'Contact', { LastName: 'x', AccountId: '@{bad.id}' }),
];
const bad = {
  body: [
    { message: 'Required fields are missing: [LastName]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] },
  ],
  httpHeaders: {},
  httpStatusCode: 400,
  referenceId: 'bad',
};
const next = {
  body: [{ errorCode: 'PROCESSING_HALTED', message: 'Invalid reference specified. No value for bad.id found in bad' }],
  httpHeaders: {},
  httpStatusCode: 400,
  referenceId: 'next',
};

test('without all-or-none the good parts stay, and parts that refer to a bad part are not run', async () => {
  expect(await composite(parts('Kept'))).toEqual({
    compositeResponse: [expect.objectContaining({ httpStatusCode: 201, referenceId: 'acc' }), bad, next],
  });
  expect(await countOf('Kept')).toBe(1);
});

const halted = (referenceId: string): object => ({
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ],
  httpHeaders: {},
  httpStatusCode: 400,
  referenceId,
});

test('with all-or-none nothing stays, and nothing after the failure is run', async () => {
  expect(await composite(parts('Gone'), true)).toEqual({ compositeResponse: [halted('acc'), bad, halted('next')] });
  expect(await countOf('Gone')).toBe(0);
});

test('all-or-none of the whole request overrides that of a collection inside it', async () => {
  const records = [{ attributes: { type: 'Account' }, Name: 'Inside' }, { attributes: { type: 'Account' } }];
  const collection = {
    method: 'POST',
    url: `${V}/composite/sobjects`,
    referenceId: 'many',
    body: { allOrNone: false, records },
  };
  const failed = (statusCode: string, message: string, fields: string[]): object => ({
    success: false,
    errors: [{ statusCode, message, fields }],
  });
  expect(await composite([create('acc', 'Account', { Name: 'Inside' }), collection], true)).toEqual({
    compositeResponse: [
      halted('acc'),
      {
        body: [
          failed(
            'ALL_OR_NONE_OPERATION_ROLLED_BACK',
            'Record rolled back because not all records were valid and the request was using AllOrNone header',
            [],
          ),
          failed('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]', ['Name']),
        ],
        httpHeaders: {},
        httpStatusCode: 400,
        referenceId: 'many',
      },
    ],
  });
  expect(await countOf('Inside')).toBe(0);
  await composite([collection]);
  expect(await countOf('Inside')).toBe(1);
});

test.each([
  ['26 parts', Array.from({ length: 26 }, (_, n) => create(`r${n}`, 'Account', { Name: 'x' })), 'LIMIT_EXCEEDED'],
  [
    'six queries',
    Array.from({ length: 6 }, (_, n) => ({ method: 'GET', url: `${V}/query?q=x`, referenceId: `r${n}` })),
    'LIMIT_EXCEEDED',
  ],
  ['the same reference twice', [create('a', 'Account', {}), create('a', 'Account', {})], 'DUPLICATE_VALUE'],
  ['an illegal reference', [create('a-b', 'Account', {})], 'INVALID_INPUT'],
  ['no reference', [{ method: 'GET', url: `${V}/limits` }], 'JSON_PARSER_ERROR'],
])('%s are refused as a whole', async (_, requests, errorCode) => {
  await expect(composite(requests)).rejects.toMatchObject({ errorCode });
});

test('a part that the composite resource cannot run is not found', async () => {
  expect(await composite([{ method: 'POST', url: `${V}/composite`, referenceId: 'self', body: {} }])).toEqual({
    compositeResponse: [
      {
        body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
        httpHeaders: {},
        httpStatusCode: 404,
        referenceId: 'self',
      },
    ],
  });
});

test('a batch runs independent parts and can halt', async () => {
  const batchRequests = [
    { method: 'GET', url: 'v66.0/sobjects/Account/001Hk0000000001IAA?fields=Name' },
    { method: 'GET', url: 'v66.0/sobjects/Account/001Hk0000009999IAA' },
    { method: 'PATCH', url: 'v66.0/sobjects/Account/001Hk0000000001IAA', richInput: { Fax: '1' } },
  ];
  expect(await testOrg.connection.requestPost('/composite/batch', { batchRequests, haltOnError: true })).toEqual({
    hasErrors: true,
    results: [
      { statusCode: 200, result: { attributes: expect.anything() as unknown, Name: 'Brackenridge Group plc' } },
      { statusCode: 404, result: [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }] },
      {
        statusCode: 412,
        result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
      },
    ],
  });
});
