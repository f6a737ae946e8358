import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { commonSettings } from '../kit/common-settings.ts';
import { field } from '../kit/field.ts';
import { authMethods } from './auth-methods.ts';
import { billingSchedule } from './objects/billing-schedule.ts';
import { customer } from './objects/customer.ts';
import { customerSubsidiaryRelationship } from './objects/customer-subsidiary-relationship.ts';
import { invoice } from './objects/invoice.ts';
import { job } from './objects/job.ts';
import { currency, employee, serviceSaleItem, subsidiary, term } from './objects/master-data.ts';
import { salesOrder } from './objects/sales-order.ts';
import { quirks } from './quirks.ts';

export const netsuiteManifest: ConnectorManifest = {
  id: 'netsuite',
  version: '1.0.0',
  title: 'NetSuite',
  monogram: 'NS',
  category: 'erp',
  settings: {
    type: 'object',
    properties: {
      accountId: field.text(
        'Account id',
        'Shown in NetSuite under Company Information, for example 1234567 or 1234567_SB1.',
        {
          pattern: '^[A-Za-z0-9_-]+$',
        },
      ),
      baseUrl: field.text(
        'Address',
        'Only for a stand-in or a proxy; otherwise the address follows from the account id.',
        {
          format: 'uri',
        },
      ),
      concurrency: field.integer(
        'Requests at the same time',
        'Share of the account’s concurrency this connection may use.',
        {
          minimum: 1,
          maximum: 50,
          default: 5,
          'x-moves-nothing': true,
        },
      ),
      ...commonSettings,
    },
    required: ['accountId'],
    additionalProperties: false,
  },
  auth: authMethods,
  customFields: '^cust(entity|body|col|item|event|record)',
  objects: {
    customer,
    customerSubsidiaryRelationship,
    salesOrder,
    billingSchedule,
    job,
    invoice,
    subsidiary,
    currency,
    term,
    serviceSaleItem,
    employee,
  },
  limits: { concurrency: 5, requestsPerSecond: 20 },
  errorCodes: {
    INVALID_LOGIN: 'auth',
    INVALID_LOGIN_ATTEMPT: 'auth',
    invalid_client: 'auth',
    invalid_grant: 'auth',
    invalid_request: 'auth',
    INSUFFICIENT_PERMISSION: 'forbidden',
    CONCURRENCY_LIMIT_EXCEEDED: 'throttled',
    SSS_REQUEST_LIMIT_EXCEEDED: 'throttled',
    WS_REQUEST_BLOCKED: 'throttled',
    SERVICE_UNAVAILABLE: 'transient',
    UNEXPECTED_ERROR: 'transient',
    RCRD_LOCKED: 'lock',
    RECORD_LOCKED: 'lock',
    // We never send a version, so this says that two writes met inside NetSuite. The same write passes a moment later.
    RCRD_HAS_BEEN_CHANGED: 'lock',
    UNIQUE_CUST_ID_REQD: 'duplicate',
    DUP_RCRD: 'duplicate',
    DUP_ENTITY: 'duplicate',
    DUPLICATE_KEY: 'duplicate',
    USER_ERROR: 'validation',
    INVALID_CONTENT: 'validation',
    INVALID_PARAMETER: 'validation',
    INVALID_VALUE: 'validation',
    INVALID_KEY_OR_REF: 'validation',
    INVALID_REQUEST: 'validation',
    PROPERTY_NOT_FOUND: 'validation',
    FIELD_REQUIRED: 'validation',
    NONEXISTENT_ID: 'not-found',
    NONEXISTENT_FIELD: 'validation',
    RCRD_DSNT_EXIST: 'not-found',
    RECORD_DOES_NOT_EXIST: 'not-found',
  },
  quirks,
};
