import { expect, test } from 'vitest';
import { builtins } from '../builtins/registry.ts';
import { declaredFunctions, valueMapParameters } from './declared-functions.ts';
import { mappingFunctions } from './registry.ts';

test('every function is declared as it is, in the order of the help, and $eval behind them', () => {
  const functions = [
    ...builtins.map(({ name, signature, arity }) => [name, { signature, arity }]),
    ...mappingFunctions.map(({ name, signature }) => [name, { signature }]),
  ];
  expect([...declaredFunctions]).toEqual([...functions, ['eval', { signature: '<sx?:x>', arity: 2 }]]);
});

test('a parameter that may name a value map is a parameter of that function', () => {
  const parameters = new Map(mappingFunctions.map((each) => [each.name, each.parameters]));
  const named = Array.from(valueMapParameters, ([name, index]) => [name, parameters.get(name)?.[index]]);
  expect(Object.fromEntries(named)).toEqual({
    businessDayAdd: 'holidays?',
    businessDayDifference: 'holidays?',
    isBusinessDay: 'holidays?',
    valueMap: 'table',
  });
});
