import { expect, test } from 'vitest';
import { accountsInReach, areIndependent, couldBeBoth, type PasswordOrigin } from './independence.ts';

const origin = (userId: string, passwordFrom: string | null, confirmedBy: string | null = null): PasswordOrigin => ({
  userId,
  passwordFrom,
  confirmedBy,
});

test('people whom nobody invited are independent of everybody', () => {
  expect(areIndependent('ada', 'ben', [])).toBe(true);
  expect(areIndependent('ada', 'ben', [origin('ben', null)])).toBe(true);
});

test('whoever was invited by somebody is not independent of them, in either direction', () => {
  const origins = [origin('ben', 'ada')];
  expect(areIndependent('ada', 'ben', origins)).toBe(false);
  expect(areIndependent('ben', 'ada', origins)).toBe(false);
  expect(areIndependent('ana', 'ben', origins)).toBe(true);
});

test('a chain of invitations does not lead out of reach', () => {
  const origins = [origin('ben', 'second-account'), origin('second-account', 'ada')];
  expect([...accountsInReach('ada', origins)].toSorted()).toEqual(['ada', 'ben', 'second-account']);
});

test('a confirmation counts from outside, not from an account in reach', () => {
  const puppet = origin('puppet', 'ada');
  expect(areIndependent('ada', 'ben', [puppet, origin('ben', 'ada', 'olga')])).toBe(true);
  expect(areIndependent('ada', 'ben', [puppet, origin('ben', 'ada', 'puppet')])).toBe(false);
  expect(areIndependent('ada', 'ben', [puppet, origin('ben', 'ada', 'ada')])).toBe(false);
});

test('who could be both author and approver is found', () => {
  expect(couldBeBoth('ana', 'ben', [origin('ana', 'ada'), origin('ben', 'ada')])).toEqual(['ada']);
  expect(couldBeBoth('ana', 'ben', [origin('ana', 'ada'), origin('ben', 'ada', 'olga')])).toEqual([]);
  expect(couldBeBoth('ana', 'ben', [origin('ana', 'ada'), origin('ben', 'olga')])).toEqual([]);
});
