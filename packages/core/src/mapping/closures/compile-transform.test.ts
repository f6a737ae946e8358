import { describe, expect, test } from 'vitest';
import { compileMapping, MappingError } from '../compile-mapping.ts';

const accounts = () => ({ accounts: [{ id: 1, name: 'a', old: true }, { id: 2 }], other: { id: 3 } });

function evaluate(text: string, input: unknown): unknown {
  return compileMapping(text, { mode: 'closures' }).evaluate(input);
}

describe('a transform', () => {
  test('changes a copy and leaves the input unchanged', () => {
    const input = accounts();
    expect(evaluate('$ ~> |accounts|{"name": $uppercase(name)}, "old"|', input)).toEqual({
      accounts: [{ id: 1, name: 'A' }, { id: 2 }],
      other: { id: 3 },
    });
    expect(input).toEqual(accounts());
  });

  test('does not change objects that its pattern finds outside the copy', () => {
    const input = accounts();
    expect(evaluate('$ ~> |$$.other|{"id": 4}, "id"|', input)).toEqual(accounts());
    expect(evaluate('($x := {"id": 5}; [$ ~> |$x|{"id": 6}|, $x].id)', input)).toEqual(5);
    expect(input).toEqual(accounts());
  });

  test('changes a copy even when $clone is bound to a function that does not copy', () => {
    const input = accounts();
    const text = '($clone := function($x) { $x }; $ ~> |other|{"id": 4}|).other';
    expect(evaluate(text, input)).toEqual({ id: 4 });
    expect(input).toEqual(accounts());
  });

  test('refuses to set fields through which prototypes are reached', () => {
    const update = JSON.parse('{"update": {"__proto__": {"isAdmin": true}}, "to": {}}') as unknown;
    expect(() => evaluate('$ ~> |to|$$.update|', update)).toThrow(MappingError);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });
});
