import { expect, test } from 'vitest';
import { splitName } from './split-name.ts';
import { call } from '../../../testing/mapping/functions/call.ts';

test.each([
  ['Ludwig van Beethoven', { firstName: 'Ludwig', lastName: 'van Beethoven' }],
  ['Ana Maria de la Cruz', { firstName: 'Ana Maria', lastName: 'de la Cruz' }],
  ['Vincent Van Gogh', { firstName: 'Vincent', lastName: 'Van Gogh' }],
  ['Berg, Jan van den', { firstName: 'Jan van den', lastName: 'Berg' }],
  ['Public, John Q., PhD', { firstName: 'John Q.', lastName: 'Public', suffix: 'PhD' }],
  ['Public, Mr. John', { salutation: 'Mr.', firstName: 'John', lastName: 'Public' }],
  ['Prof. Dr. Anna Weber', { salutation: 'Prof. Dr.', firstName: 'Anna', lastName: 'Weber' }],
  ['Henry James III', { firstName: 'Henry', lastName: 'James', suffix: 'III' }],
  ['Henry II', { firstName: 'Henry', lastName: 'II' }],
  ['Anne-Marie O’Neill-Smith', { firstName: 'Anne-Marie', lastName: 'O’Neill-Smith' }],
  ['  Mara \t Ellis ', { firstName: 'Mara', lastName: 'Ellis' }],
  ['Dr', { lastName: 'Dr' }],
  ['Weber,', { lastName: 'Weber' }],
  [', Jr.', { lastName: 'Jr.' }],
  ['', undefined],
])('%s', (name, expected) => {
  expect(call(splitName, [name])).toEqual(expected);
});
