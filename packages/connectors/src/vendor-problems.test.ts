import type { ConnectorError } from '@throughline/core/connector/error';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { describe, expect, it } from 'vitest';
import { connectorCatalog } from './catalog.ts';
import { readProblem as readKantata } from './kantata/problem.ts';
import type { HttpReply } from './kit/http-request.ts';
import { toConnectorError } from './kit/vendor-problem.ts';
import type { VendorProblem } from './kit/vendor-problem.ts';
import { readProblem as readNetsuite } from './netsuite/problem.ts';
import { readProblem as readSalesforce, readRate } from './salesforce/problem.ts';

const read = (
  manifest: ConnectorManifest,
  reader: (reply: HttpReply) => VendorProblem,
  status: number,
  body: unknown,
): Partial<ConnectorError> => {
  const problem = reader({ status, headers: {}, body });
  const {
    message,
    class: errorClass,
    vendorCode,
    fields,
  } = toConnectorError(problem, { manifest, status, isRead: true });
  return { message, class: errorClass, vendorCode, fields: [...fields] };
};

describe('error bodies', () => {
  const { salesforce, netsuite, kantata } = connectorCatalog;

  it.each([
    [
      400,
      [{ message: 'Required fields are missing: [Name]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }],
      {
        message: 'Salesforce: Required fields are missing: [Name]. (REQUIRED_FIELD_MISSING)',
        class: 'validation',
        vendorCode: 'REQUIRED_FIELD_MISSING',
        fields: ['Name'],
      },
    ],
    [
      400,
      [{ message: "No such column 'Foo__c' on entity 'Account'.", errorCode: 'INVALID_FIELD' }],
      {
        message: "Salesforce: No such column 'Foo__c' on entity 'Account'. (INVALID_FIELD)",
        class: 'validation',
        vendorCode: 'INVALID_FIELD',
        fields: ['Foo__c'],
      },
    ],
    [
      403,
      [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
      {
        message:
          'Salesforce: TotalRequests Limit exceeded. (REQUEST_LIMIT_EXCEEDED) The vendor’s limit is used up for now.',
        class: 'throttled',
        vendorCode: 'REQUEST_LIMIT_EXCEEDED',
        fields: [],
      },
    ],
    [
      400,
      { error: 'invalid_grant', error_description: 'user hasn’t approved this consumer' },
      {
        message: 'Salesforce: user hasn’t approved this consumer. (invalid_grant) Check the sign-in of the connection.',
        class: 'auth',
        vendorCode: 'invalid_grant',
        fields: [],
      },
    ],
    [
      502,
      undefined,
      { message: 'Salesforce: answered with status 502.', class: 'transient', vendorCode: undefined, fields: [] },
    ],
  ])('of Salesforce: %i %j', (status, body, expected) => {
    expect(read(salesforce, readSalesforce, status, body)).toEqual(expected);
  });

  it.each([
    [
      400,
      {
        title: 'Bad Request',
        'o:errorDetails': [
          { detail: 'Invalid entity reference key 9.', 'o:errorCode': 'INVALID_KEY_OR_REF', 'o:errorPath': 'entity' },
        ],
      },
      {
        message: 'NetSuite: Invalid entity reference key 9. (INVALID_KEY_OR_REF)',
        class: 'validation',
        vendorCode: 'INVALID_KEY_OR_REF',
        fields: ['entity'],
      },
    ],
    [
      400,
      {
        'o:errorDetails': [
          { detail: 'Error while accessing a resource. This entity already exists.', 'o:errorCode': 'USER_ERROR' },
        ],
      },
      {
        message: 'NetSuite: Error while accessing a resource. This entity already exists. (USER_ERROR)',
        class: 'duplicate',
        vendorCode: 'USER_ERROR',
        fields: [],
      },
    ],
    [
      429,
      { title: 'Too Many Requests' },
      {
        message: 'NetSuite: Too Many Requests. The vendor’s limit is used up for now.',
        class: 'throttled',
        vendorCode: undefined,
        fields: [],
      },
    ],
  ])('of NetSuite: %i %j', (status, body, expected) => {
    expect(read(netsuite, readNetsuite, status, body)).toEqual(expected);
  });

  it.each([
    [
      422,
      {
        errors: [
          { type: 'validation', message: "Title can't be blank", field: 'title' },
          { type: 'validation', message: 'Rate card must exist', field: 'rate_card_id' },
        ],
      },
      {
        message: "Kantata OX: Title can't be blank; Rate card must exist.",
        class: 'validation',
        vendorCode: undefined,
        fields: ['title', 'rate_card_id'],
      },
    ],
    [
      401,
      { errors: [{ type: 'oauth', message: 'Invalid OAuth 2 Request' }] },
      {
        message: 'Kantata OX: Invalid OAuth 2 Request. Check the sign-in of the connection.',
        class: 'auth',
        vendorCode: undefined,
        fields: [],
      },
    ],
    [
      422,
      { errors: [{ type: 'system', message: 'Another change to this object is in progress. Please try again.' }] },
      {
        message: 'Kantata OX: Another change to this object is in progress. Please try again.',
        class: 'lock',
        vendorCode: undefined,
        fields: [],
      },
    ],
  ])('of Kantata: %i %j', (status, body, expected) => {
    expect(read(kantata, readKantata, status, body)).toEqual(expected);
  });
});

describe('a malformed id in a query of Salesforce', () => {
  const text =
    "\nDate, SystemModstamp FROM Contact WHERE Id = '003NOPE' ORDER BY Id LIMIT 2\n          ^\nERROR at Row:1:Column:205\ninvalid ID field: 003NOPE";
  const errorOf = (errorCode: string, message: string) => {
    const problem = readSalesforce({ status: 400, headers: {}, body: [{ errorCode, message }] });
    return toConnectorError(problem, { manifest: connectorCatalog.salesforce, status: 400, isRead: true });
  };

  it.each(['INVALID_QUERY_FILTER_OPERATOR', 'INVALID_FIELD'])('is said in a sentence: %s', (code) => {
    expect(errorOf(code, text)).toMatchObject({
      message: 'Salesforce does not accept 003NOPE as an id of Contact.',
      class: 'validation',
      vendorCode: code,
      vendorText: text,
    });
  });

  it('is said without the object where the answer does not name it', () => {
    expect(errorOf('MALFORMED_ID', 'malformed id 003NOPE')).toMatchObject({
      message: 'Salesforce does not accept 003NOPE as an id.',
      class: 'validation',
      vendorText: 'malformed id 003NOPE',
    });
  });
});

describe('Sforce-Limit-Info', () => {
  it.each([
    ['api-usage=4750/5000', { usedShare: 0.95 }],
    ['api-usage=25/5000; per-app-api-usage=17/250(appName=x)', { usedShare: 0.005 }],
    ['', {}],
  ])('%j', (header, expected) => {
    expect(readRate({ status: 200, headers: { 'sforce-limit-info': header }, body: Buffer.alloc(0) })).toEqual(
      expected,
    );
  });
});
