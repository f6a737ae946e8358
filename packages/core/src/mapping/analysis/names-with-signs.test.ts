import { expect, test } from 'vitest';
import { lineageOf } from './lineage-of.ts';

test.each(['.', '\u0000', '\u0000.', ' ', '|', ','])('lineage tells fields from paths when names hold %j', (sign) => {
  const rows = lineageOf(
    `{ ${JSON.stringify(`a${sign}b`)}: x, "a": { "b": y }, ${JSON.stringify(`a${sign}b${sign}c`)}: z, "d": \`x${sign}y\`, "e": x.y }`,
  );
  expect(rows.map(({ target, sources }) => ({ target, from: sources.map(({ path }) => path) }))).toEqual([
    { target: [named(`a${sign}b`)], from: [[named('x')]] },
    { target: [named('a'), named('b')], from: [[named('y')]] },
    { target: [named(`a${sign}b${sign}c`)], from: [[named('z')]] },
    { target: [named('d')], from: [[named(`x${sign}y`)]] },
    { target: [named('e')], from: [[named('x'), named('y')]] },
  ]);
});

const named = (name: string) => ({ kind: 'name', name });
