import { expect, test } from 'vitest';
import { NetSuiteError } from '../errors.ts';
import { listFilter } from './list-filter.ts';
import { RECORD_TYPES } from './record-types.ts';
import type { StoredRecord } from './stored-record.ts';

const record: StoredRecord = {
  type: 'customer',
  id: '5007',
  createdAt: '2026-11-01T00:00:00.000Z',
  modifiedAt: '2026-11-20T08:30:00.000Z',
  values: { companyName: 'Aldgate "East" Ltd', subsidiary: { id: '2' }, isInactive: false, creditLimit: 500 },
};

test.each([
  ['companyName IS "aldgate \\"East\\" ltd"', true],
  ['companyName START_WITH Ald AND creditLimit GREATER 400', true],
  ['companyName CONTAIN east AND creditLimit GREATER 500', false],
  ['creditLimit GREATER 500 OR subsidiary ANY_OF [2,3]', true],
  ['subsidiary ANY_OF_NOT [2,3]', false],
  ['email EMPTY', true],
  ['email EMPTY_NOT', false],
  ['isInactive IS false', true],
  ['lastModifiedDate ON_OR_AFTER "2026-11-20"', true],
  ['lastModifiedDate AFTER "21/11/2026"', false],
  ['id IS 5007', true],
])('%s', (q, expected) => {
  expect(listFilter(RECORD_TYPES.customer, q)(record)).toBe(expected);
});

test.each([
  ['nosuch IS 1', "uses 'nosuch', which is not a body field of customer"],
  ['addressBook IS 1', "uses 'addressBook', which is not a body field of customer"],
  ['companyName SOUNDS_LIKE x', 'uses the operator SOUNDS_LIKE, which the sandbox does not know'],
  ['companyName IS a b', 'expects AND or OR at "b"'],
])('%s is refused', (q, reason) => {
  const error = new NetSuiteError(400, {
    detail: `Invalid query filter: it ${reason}.`,
    code: 'INVALID_PARAMETER',
    queryParameter: 'q',
  });
  expect(() => listFilter(RECORD_TYPES.customer, q)).toThrow(error);
});
