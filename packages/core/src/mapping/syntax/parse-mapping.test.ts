import { describe, expect, it } from 'vitest';
import { LineIndex } from './line-index.ts';
import { parseMapping } from './parse-mapping.ts';
import { patchMapping } from './patch-mapping.ts';
import { printMapping } from './print-mapping.ts';

const errorsOf = (text: string) =>
  parseMapping(text).errors.map(({ code, start, end }) => ({ code, at: text.slice(start, end), start }));

describe('parseMapping', () => {
  it('gives every node and token its range, including white space and comments', () => {
    const text = ' a.b /* c */ ';
    expect(parseMapping(text)).toEqual({
      errors: [],
      tree: {
        text,
        tokens: [
          { kind: 'space', start: 0, end: 1, value: null },
          { kind: 'name', start: 1, end: 2, value: 'a' },
          { kind: 'operator', start: 2, end: 3, value: '.' },
          { kind: 'name', start: 3, end: 4, value: 'b' },
          { kind: 'space', start: 4, end: 5, value: null },
          { kind: 'comment', start: 5, end: 12, value: null },
          { kind: 'space', start: 12, end: 13, value: null },
        ],
        root: {
          kind: 'binary',
          start: 1,
          end: 4,
          operator: '.',
          operatorRange: { start: 2, end: 3 },
          left: { kind: 'name', start: 1, end: 2, name: 'a' },
          right: { kind: 'name', start: 3, end: 4, name: 'b' },
        },
        rest: [],
      },
      ir: {
        kind: 'path',
        start: 1,
        end: 4,
        steps: [
          { kind: 'name', start: 1, end: 2, name: 'a' },
          { kind: 'name', start: 3, end: 4, name: 'b' },
        ],
      },
    });
  });

  it('finds all errors of a text, not only the first', () => {
    const text = '{\n  "a": ,\n  "b": (1 2),\n  "c": 3 +\n  "d" 4,\n  "e": "x\n}';
    expect(errorsOf(text)).toEqual([
      { code: 'S0211', at: ',', start: 9 },
      { code: 'S0202', at: '2', start: 21 },
      { code: 'S0202', at: '4', start: 42 },
      { code: 'S0101', at: '"x', start: 52 },
    ]);
  });

  it('keeps the valid fields of a broken mapping', () => {
    const { tree } = parseMapping('{ "a": 1, "b": [1, 2), "c": 3 }');
    expect(
      tree.root.kind === 'object' && tree.root.entries.map(({ key }) => tree.text.slice(key.start, key.end)),
    ).toEqual(['"a"', '"b"', '"c"']);
  });

  it('says in a sentence what is wrong', () => {
    expect(parseMapping('{ "a": 1').errors).toEqual([
      { code: 'S0203', start: 8, end: 8, message: 'The text ends where a } is expected.' },
    ]);
  });

  it.each([
    ['', [{ code: 'S0207', at: '', start: 0 }]],
    ['1 2', [{ code: 'S0201', at: '2', start: 2 }]],
    ['a.%.%', [{ code: 'S0217', at: '%', start: 4 }]],
    [
      '(/a/)',
      [
        { code: 'S0211', at: '/', start: 1 },
        { code: 'S0211', at: ')', start: 4 },
      ],
    ],
    [
      '$m(a, /(/)',
      [
        { code: 'S0302', at: '/(/)', start: 6 },
        { code: 'S0203', at: '', start: 10 },
      ],
    ],
    ['$m(a, /?/)', [{ code: 'REGEX_INVALID', at: '/?/', start: 6 }]],
  ])('%s', (text, expected) => {
    expect(errorsOf(text)).toEqual(expected);
  });

  it.each([
    ['brackets', '('.repeat(50_000)],
    ['operators', `1${' + 1'.repeat(50_000)}`],
    ['minus signs', `${'-'.repeat(50_000)}1`],
    ['conditions', 'a ? b : '.repeat(50_000)],
    ['defaults', 'a ?? '.repeat(50_000)],
  ])('refuses 50,000 nested %s instead of running out of stack', (_, text) => {
    expect(parseMapping(text).errors.map(({ code }) => code)).toContain('TOO_DEEP');
  });

  it.each(['[]', '[0]', '[0][]', '^(a)', '{"a": b}', '.a', '@$x', '#$i', ' ? a', ' := 1', ' ~> f'])(
    'survives any number of %s, and so do the formatter and patches',
    (operator) => {
      const text = `a${operator.repeat(20_000)}`;
      expect(printMapping(text)).toBe(text);
      expect(patchMapping(text, { operation: 'remove', target: ['x', 'y'] })).toMatchObject({ isOk: false });
      expect(parseMapping(text).tree.text).toBe(text);
    },
  );

  it('parses a chain of 900 operators', () => {
    const { errors, ir } = parseMapping(`1${' + 1'.repeat(900)}`);
    expect({ errors, end: ir?.end }).toEqual({ errors: [], end: 3601 });
  });

  it('parses nested defaults only once', () => {
    expect(parseMapping(`${'('.repeat(60)}a${' ?? b)'.repeat(60)}`).errors).toEqual([]);
  });
});

describe('LineIndex', () => {
  it('counts lines and columns from one, and goes back', () => {
    const lines = new LineIndex('ab\n\ncd');
    const offsets = [-1, 0, 2, 3, 4, 6, 99];
    expect(offsets.map((offset) => lines.positionOf(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 3, column: 3 },
      { line: 3, column: 3 },
    ]);
    expect([0, 2, 3, 4, 6].map((offset) => lines.offsetOf(lines.positionOf(offset)))).toEqual([0, 2, 3, 4, 6]);
  });
});
