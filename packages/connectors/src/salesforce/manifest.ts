import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { commonSettings } from '../kit/common-settings.ts';
import { field } from '../kit/field.ts';
import { EXTERNAL_ID_FIELD } from './fields.ts';
import { authMethods } from './auth-methods.ts';
import { account } from './objects/account.ts';
import { contact, opportunityContactRole } from './objects/contact.ts';
import { opportunity } from './objects/opportunity.ts';
import { opportunityLineItem } from './objects/opportunity-line-item.ts';
import { product } from './objects/product.ts';
import { user } from './objects/user.ts';
import { quirks } from './quirks.ts';

export const salesforceManifest: ConnectorManifest = {
  id: 'salesforce',
  version: '1.0.0',
  title: 'Salesforce',
  monogram: 'SF',
  category: 'crm',
  settings: {
    type: 'object',
    properties: {
      baseUrl: field.text('My Domain address', 'Address of the org, for example https://example.my.salesforce.com.', {
        format: 'uri',
      }),
      apiVersion: field.text('API version', 'REST API version every request uses.', {
        pattern: '^\\d{2}\\.0$',
        default: '66.0',
        'x-moves-nothing': true,
      }),
      externalIdField: field.text(
        'External id field',
        'Custom field, marked as external id, that holds Throughline’s key on every object.',
        {
          pattern: '^[A-Za-z][A-Za-z0-9_]*__c$',
          default: EXTERNAL_ID_FIELD,
          'x-moves-nothing': true,
        },
      ),
      ...commonSettings,
    },
    required: ['baseUrl'],
    additionalProperties: false,
  },
  auth: authMethods,
  customFields: '__c$',
  objects: {
    Account: account,
    Contact: contact,
    Opportunity: opportunity,
    OpportunityContactRole: opportunityContactRole,
    OpportunityLineItem: opportunityLineItem,
    Product2: product,
    User: user,
  },
  limits: { concurrency: 10, requestsPerSecond: 25 },
  errorCodes: {
    INVALID_SESSION_ID: 'auth',
    INVALID_AUTH_HEADER: 'auth',
    invalid_client: 'auth',
    invalid_client_id: 'auth',
    invalid_grant: 'auth',
    INSUFFICIENT_ACCESS: 'forbidden',
    INSUFFICIENT_ACCESS_OR_READONLY: 'forbidden',
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'forbidden',
    API_DISABLED_FOR_ORG: 'forbidden',
    API_CURRENTLY_DISABLED: 'forbidden',
    REQUEST_LIMIT_EXCEEDED: 'throttled',
    SERVER_UNAVAILABLE: 'transient',
    QUERY_TIMEOUT: 'transient',
    UNKNOWN_EXCEPTION: 'transient',
    UNABLE_TO_LOCK_ROW: 'lock',
    DUPLICATE_VALUE: 'duplicate',
    DUPLICATE_EXTERNAL_ID: 'duplicate',
    DUPLICATES_DETECTED: 'duplicate',
    FIELD_CUSTOM_VALIDATION_EXCEPTION: 'validation',
    FIELD_INTEGRITY_EXCEPTION: 'validation',
    REQUIRED_FIELD_MISSING: 'validation',
    INVALID_CROSS_REFERENCE_KEY: 'validation',
    MALFORMED_ID: 'validation',
    INVALID_QUERY_FILTER_OPERATOR: 'validation',
    STRING_TOO_LONG: 'validation',
    INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'validation',
    INVALID_FIELD_FOR_INSERT_UPDATE: 'validation',
    INVALID_TYPE_ON_FIELD_IN_RECORD: 'validation',
    INVALID_FIELD: 'validation',
    INVALID_TYPE: 'validation',
    MALFORMED_QUERY: 'validation',
    JSON_PARSER_ERROR: 'validation',
    NOT_FOUND: 'not-found',
    INVALID_QUERY_LOCATOR: 'gone',
    ENTITY_IS_DELETED: 'gone',
  },
  webhook: {
    objects: ['Opportunity', 'Account', 'Contact'],
    setup:
      'Salesforce sends no webhooks of its own. An account has to be given a sender first: an Apex trigger with a callout, or a relay of change events from the Pub/Sub API, that posts each change to this address and signs it in the Standard Webhooks way. The stand-in of the demo sends and signs by itself; no real account does.',
  },
  quirks,
};
