import { ConnectorError } from '@throughline/core/connector/error';
import { expect, test } from 'vitest';
import { failureOf, SystemFailure } from './failure-of.ts';

test('a failure says it in our sentence and keeps the vendor’s text in the details', () => {
  const error = new ConnectorError('Salesforce does not accept 003NOPE as an id of Contact.', {
    class: 'validation',
    vendorCode: 'INVALID_QUERY_FILTER_OPERATOR',
    vendorText: 'ERROR at Row:1:Column:205\ninvalid ID field: 003NOPE',
  });
  expect(failureOf(new SystemFailure('salesforce', error))).toEqual({
    code: 'SALESFORCE_VALIDATION',
    message: 'Salesforce does not accept 003NOPE as an id of Contact.',
    class: 'validation',
    details: [
      { code: 'INVALID_QUERY_FILTER_OPERATOR', message: 'ERROR at Row:1:Column:205\ninvalid ID field: 003NOPE' },
    ],
  });
});
