import type { AuthMethod } from '@throughline/core/connector/manifest';
import { field } from '../kit/field.ts';

export const authMethods: readonly AuthMethod[] = [
  {
    id: 'oauth2-m2m',
    title: 'OAuth 2.0 machine to machine',
    description:
      'A certificate registered under OAuth 2.0 Client Credentials Setup signs each token request. The way NetSuite recommends for new integrations.',
    fields: {
      type: 'object',
      properties: {
        clientId: field.text('Client id', 'Shown once when the integration record was created.', { minLength: 1 }),
        certificateId: field.text('Certificate id', 'Id NetSuite gave the uploaded certificate.', { minLength: 1 }),
        privateKey: field.secret('Private key', 'PEM of the certificate’s key: RSA for PS256, P-256 for ES256.'),
        algorithm: field.choice('Signature', 'Algorithm the key signs with.', ['PS256', 'ES256'], { default: 'PS256' }),
      },
      required: ['clientId', 'certificateId', 'privateKey'],
      additionalProperties: false,
    },
  },
  {
    id: 'tba',
    title: 'Token-based authentication',
    description:
      'OAuth 1.0 tokens, signed per request. NetSuite lets no new integrations use it from release 2027.1 on.',
    fields: {
      type: 'object',
      properties: {
        consumerKey: field.text('Consumer key', 'Shown once when the integration record was created.', {
          minLength: 1,
        }),
        consumerSecret: field.secret('Consumer secret', 'Shown beside the consumer key.'),
        tokenId: field.text('Token id', 'Shown once when the access token was created.', { minLength: 1 }),
        tokenSecret: field.secret('Token secret', 'Shown beside the token id.'),
      },
      required: ['consumerKey', 'consumerSecret', 'tokenId', 'tokenSecret'],
      additionalProperties: false,
    },
  },
];
