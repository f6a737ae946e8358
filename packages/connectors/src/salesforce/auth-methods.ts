import type { AuthMethod } from '@throughline/core/connector/manifest';
import { field } from '../kit/field.ts';

const webhookSecret = field.secret(
  'Webhook signing secret',
  'Secret that change notifications from this org are signed with, beginning with whsec_. Leave empty when no webhook is set up.',
);

export const authMethods: readonly AuthMethod[] = [
  {
    id: 'client-credentials',
    title: 'Client credentials',
    description:
      'The consumer key and secret of an External Client App with the client credentials flow switched on and a run-as user chosen.',
    fields: {
      type: 'object',
      properties: {
        clientId: field.text('Consumer key', 'Shown in the app’s OAuth settings.', { minLength: 1 }),
        clientSecret: field.secret('Consumer secret', 'Shown once beside the consumer key.'),
        webhookSecret,
      },
      required: ['clientId', 'clientSecret'],
      additionalProperties: false,
    },
  },
  {
    id: 'jwt-bearer',
    title: 'JWT bearer',
    description:
      'A certificate of an External Client App signs in as one pre-authorised user; no shared secret leaves this machine.',
    fields: {
      type: 'object',
      properties: {
        clientId: field.text('Consumer key', 'Shown in the app’s OAuth settings.', { minLength: 1 }),
        username: field.text('Username', 'Salesforce user the integration acts as.', { minLength: 1 }),
        privateKey: field.secret('Private key', 'PEM of the RSA key whose certificate was uploaded to the app.'),
        audience: field.text(
          'Audience',
          'Login host the assertion is meant for; test orgs use https://test.salesforce.com.',
          {
            format: 'uri',
            default: 'https://login.salesforce.com',
          },
        ),
        webhookSecret,
      },
      required: ['clientId', 'username', 'privateKey'],
      additionalProperties: false,
    },
  },
];
