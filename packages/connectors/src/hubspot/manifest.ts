import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { commonSettings } from '../kit/common-settings.ts';
import { field } from '../kit/field.ts';
import { KEY_PROPERTY } from './fields.ts';
import { associations } from './objects/associations.ts';
import { companies } from './objects/companies.ts';
import { contacts } from './objects/contacts.ts';
import { deals } from './objects/deals.ts';
import { lineItems, products } from './objects/line-items.ts';
import { owners, pipelines } from './objects/set-up.ts';
import { quirks } from './quirks.ts';

const webhookSecret = field.secret(
  'Client secret of the webhooks',
  'Client secret of the app whose webhooks come here; HubSpot signs them with it. Leave empty when there are none.',
);

export const hubspotManifest = {
  id: 'hubspot',
  version: '1.0.0',
  title: 'HubSpot',
  monogram: 'HS',
  category: 'crm',
  settings: {
    type: 'object',
    properties: {
      baseUrl: field.text('Address', 'Address of the API; only a stand-in or a proxy has another one.', {
        format: 'uri',
        default: 'https://api.hubapi.com',
      }),
      keyProperty: field.text(
        'Key property',
        'Custom property, marked as unique, that holds Throughline’s key on every object.',
        { pattern: '^[a-z][a-z0-9_]*$', default: KEY_PROPERTY, 'x-moves-nothing': true },
      ),
      ...commonSettings,
    },
    additionalProperties: false,
  },
  auth: [
    {
      id: 'private-app',
      title: 'Private app',
      description: 'The access token of a private app of the account. It does not expire.',
      fields: {
        type: 'object',
        properties: { token: field.secret('Access token', 'Shown on the app’s page.'), webhookSecret },
        required: ['token'],
        additionalProperties: false,
      },
    },
  ],
  customFields: '^[a-z][a-z0-9_]*$',
  objects: { companies, contacts, deals, line_items: lineItems, products, owners, pipelines, associations },
  limits: { concurrency: 10, requestsPerSecond: 10 },
  errorCodes: {
    INVALID_AUTHENTICATION: 'auth',
    EXPIRED_AUTHENTICATION: 'auth',
    MISSING_SCOPES: 'forbidden',
    RATE_LIMIT: 'throttled',
    RATE_LIMITS: 'throttled',
    CONFLICT: 'duplicate',
    OBJECT_NOT_FOUND: 'not-found',
    VALIDATION_ERROR: 'validation',
    LOCKED: 'lock',
  },
  webhook: {
    objects: ['companies', 'contacts', 'deals'],
    setup:
      'In the app’s webhook settings, enter this address as the target URL, and subscribe to creation, deletion and property changes of companies, contacts and deals.',
  },
  quirks,
} as const satisfies ConnectorManifest;
