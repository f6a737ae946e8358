import { describe, expect, test } from 'vitest';
import { compileMapping } from '../compile-mapping.ts';

/** Evaluated often enough that code is generated for inputs like this one. */
function byEachMode(text: string, input: unknown): Readonly<Record<string, unknown>> {
  const closures = compileMapping(text, { mode: 'closures' }).evaluate(input);
  const generated = compileMapping(text, { mode: 'generated' });
  const hot = compileMapping(text);
  for (let times = 0; times < 2_000 && hot.mode === 'closures'; times += 1) hot.evaluate(input);
  return {
    closures,
    generated: generated.evaluate(input),
    specialised: hot.evaluate(input),
    modes: [generated.mode, hot.mode],
  };
}

function expectSame(text: string, input: unknown, result: unknown): void {
  expect(byEachMode(text, input)).toEqual({
    closures: result,
    generated: result,
    specialised: result,
    modes: ['generated', 'generated'],
  });
}

test('a field with a dot in its name is not mistaken for a path', () => {
  const input = { l: { 'a.b': 'field', a: { b: 'path' } } };
  expectSame('{ "field": l.`a.b`, "path": l.a.b }', input, { field: 'field', path: 'path' });
  expectSame('{ "path": l.a.b, "field": l.`a.b` }', input, { path: 'path', field: 'field' });
  expectSame('[l].{ "path": a.b, "field": `a.b` }', { l: input.l }, { path: 'path', field: 'field' });
});

describe.each(['.', '!', ',', ' ', '|', '/', '\u0000', '"', ')', '$', '\\', ':'])('names that contain %j', (sign) => {
  test('are distinguished from the names that they are made of', () => {
    const joined = `a${sign}b`;
    const input = {
      l: [1, 2].map((n) => ({
        [joined]: `joined ${n}`,
        a: { b: `inner ${n}`, [`b${sign}c`]: `late ${n}` },
        [`${joined}${sign}c`]: `all ${n}`,
        [`a${sign}`]: { b: `sign ${n}` },
        b: `other ${n}`,
      })),
    };
    const text =
      `l.{ "joined": \`${joined}\`, "inner": a.b, "late": a.\`b${sign}c\`, "all": \`${joined}${sign}c\`, ` +
      `"sign": \`a${sign}\`.b, "other": b, "call": $uppercase(a.b) & $uppercase(\`${joined}\`) }`;
    expectSame(
      text,
      input,
      [1, 2].map((n) => ({
        joined: `joined ${n}`,
        inner: `inner ${n}`,
        late: `late ${n}`,
        all: `all ${n}`,
        sign: `sign ${n}`,
        other: `other ${n}`,
        call: `INNER ${n}JOINED ${n}`,
      })),
    );
  });
});
