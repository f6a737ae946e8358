import { describe, expect, it } from 'vitest';
import { isDatabaseDown } from './is-database-down.ts';

const coded = (code: string): Error => Object.assign(new Error(code), { code });
const wrapped = (cause: Error): Error => new Error('Failed query: select 1', { cause });

describe('isDatabaseDown', () => {
  it.each([
    ['refused', coded('ECONNREFUSED')],
    ['reset inside a query', wrapped(coded('ECONNRESET'))],
    ['ended by an administrator', wrapped(coded('57P01'))],
    ['still starting', coded('57P03')],
    ['out of connections', coded('53300')],
    ['cut', wrapped(new Error('Connection terminated unexpectedly'))],
    ['broken before a rollback', wrapped(new Error('Client has encountered a connection error and is not queryable'))],
    ['refused on every address', new AggregateError([coded('ECONNREFUSED')])],
  ])('is down: %s', (_title, error) => {
    expect(isDatabaseDown(error)).toBe(true);
  });

  it.each([
    ['a duplicate', wrapped(coded('23505'))],
    ['a syntax error', wrapped(coded('42601'))],
    ['something else', new TypeError('x is not a function')],
    ['no error at all', 'down'],
  ])('is not down: %s', (_title, error) => {
    expect(isDatabaseDown(error)).toBe(false);
  });
});
