import { expect, it } from 'vitest';
import { toConnectorError } from '../kit/vendor-problem.ts';
import { hubspotManifest as manifest } from './manifest.ts';
import { readProblem, readRate } from './problem.ts';

it.each([
  [
    400,
    {
      status: 'error',
      message:
        'Property values were not valid: [{"isValid":false,"message":"nowhere was not one of the allowed options","error":"INVALID_OPTION","name":"dealstage"}]',
      correlationId: 'a',
      category: 'VALIDATION_ERROR',
    },
    {
      class: 'validation',
      vendorCode: 'VALIDATION_ERROR',
      fields: ['dealstage'],
      message: 'HubSpot: nowhere was not one of the allowed options.',
    },
  ],
  [
    400,
    {
      status: 'error',
      message: 'Property "nope" does not exist',
      category: 'VALIDATION_ERROR',
      errors: [{ message: 'no', context: { propertyName: ['nope'] } }],
    },
    { class: 'validation', fields: ['nope'], message: 'HubSpot: Property "nope" does not exist. (VALIDATION_ERROR)' },
  ],
  [
    409,
    { status: 'error', message: 'Contact already exists. Existing ID: 51', category: 'CONFLICT' },
    { class: 'duplicate', fields: [], message: 'HubSpot: Contact already exists. Existing ID: 51. (CONFLICT)' },
  ],
  [
    429,
    {
      status: 'error',
      message: 'You have reached your secondly limit.',
      errorType: 'RATE_LIMIT',
      policyName: 'SECONDLY',
    },
    { class: 'throttled', vendorCode: 'RATE_LIMIT', fields: [] },
  ],
  [502, undefined, { class: 'transient', message: 'HubSpot: answered with status 502.' }],
])('reads an error body: %i %j', (status, body, expected) => {
  const problem = readProblem({ status, headers: {}, body });
  expect(toConnectorError(problem, { manifest, status, isRead: true })).toMatchObject(expected);
});

it.each([
  [
    {
      'x-hubspot-ratelimit-daily': '1000',
      'x-hubspot-ratelimit-daily-remaining': '250',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-max': '190',
      'x-hubspot-ratelimit-remaining': '3',
    },
    { remaining: 3, resetMs: 10_000, usedShare: 0.75 },
  ],
  [{}, {}],
])('reads the budgets of the account from %j', (headers, expected) => {
  expect(readRate({ status: 200, headers, body: Buffer.alloc(0) })).toEqual(expected);
});
