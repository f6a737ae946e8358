import { readExpressionForm } from '@throughline/core/mapping/fields';
import { expect, test } from 'vitest';
import { isReplacement, startChoice, type FormChoice } from './form-choices.ts';

const replacing = (choices: readonly FormChoice[], isSet: boolean) =>
  choices.filter((choice) => isReplacement(startChoice(choice, readExpressionForm('$uppercase(Name)')), isSet));

const choices: readonly FormChoice[] = ['fixed-text', 'fixed-number', 'fixed-yes-no', 'null', 'object', 'values'];

test('a choice that takes over nothing of what the field says waits until somebody gives the value', () => {
  expect(replacing(choices, true)).toEqual(['fixed-text', 'fixed-number', 'fixed-yes-no', 'null', 'object']);
});

test('where nothing is set yet, only the empty text waits', () => {
  expect(replacing(choices, false)).toEqual(['fixed-text']);
});
