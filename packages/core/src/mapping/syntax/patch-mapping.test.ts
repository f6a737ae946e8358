import { describe, expect, it } from 'vitest';
import { parseMapping } from './parse-mapping.ts';
import { patchMapping, type MappingPatch } from './patch-mapping.ts';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { sprinkleComments } from '../../../testing/mapping/conformance/sprinkle-comments.ts';
import { withoutRanges } from '../../../testing/mapping/conformance/without-ranges.ts';

const patched = (text: string, patch: MappingPatch): string => {
  const result = patchMapping(text, patch);
  return result.isOk ? result.text : result.problem;
};
const replace = (target: string, expression: string): MappingPatch => ({
  operation: 'replace',
  target: target.split('.'),
  expression,
});
const insert = (target: string, expression: string, before?: string): MappingPatch => ({
  operation: 'insert',
  target: target.split('.'),
  expression,
  ...(before !== undefined && { before }),
});
const remove = (target: string): MappingPatch => ({ operation: 'remove', target: target.split('.') });

const mapping = `/* contract */ ($rate := 1.5;
{
  "id":   Id, /* as in CRM */
  "lines": lines[qty > 0].{
    "amount": qty * $rate   /* net */
    , "note": "x"
  }[],
  "all": $map(lines, function($l) { { "no": $l.no } }) /* last */
})`;

const around = `(
  $lines := [deal.lines.{ "id": Id }];
  $compact({ "id": Id, "lines": $lines, "owner": owner ? { "name": owner.Name } })
)`;

describe('patchMapping', () => {
  it.each<[string, MappingPatch, string, string]>([
    ['a function that tidies up', replace('id', 'Key'), '"id": Id, "lines"', '"id": Key, "lines"'],
    ['a variable', insert('lines.no', '1'), '{ "id": Id }]', '{ "id": Id, "no": 1 }]'],
    ['a condition', replace('owner.name', 'Name'), 'owner.Name }', 'Name }'],
  ])('finds fields behind %s', (_, patch, before, after) => {
    expect(patched(around, patch)).toBe(around.replace(before, () => after));
  });

  it('resolves a variable in its own assignment to its previous value', () => {
    const text = '($x := { "a": 1 }; $x := $x; $x)';
    expect(patched(text, replace('a', '2'))).toBe(text.replace('1', '2'));
    expect(patched('($x := $x; $x)', replace('a', '2'))).toBe('TARGET_NOT_AN_OBJECT');
  });

  it.each<[string, MappingPatch, string, string]>([
    ['replaces', replace('id', '$uppercase(Id)'), '"id":   Id,', '"id":   $uppercase(Id),'],
    ['replaces within items of an array', replace('lines.amount', 'net'), 'qty * $rate   /*', 'net   /*'],
    ['replaces within $map', replace('all.no', '1'), '$l.no', '1'],
    ['inserts last, behind the comment of the last', insert('z', '1'), ') /* last */', '), /* last */\n  "z": 1'],
    ['inserts before another', insert('a', '1', 'lines'), '  "lines":', '  "a": 1,\n  "lines":'],
    ['inserts with commas first', insert('lines.a', '1'), '"note": "x"', '"note": "x"\n    , "a": 1'],
    ['inserts the objects around', insert('p.q.r', '1', 'all'), '"all"', '"p": { "q": { "r": 1 } },\n  "all"'],
    ['removes, keeping the comment', remove('id'), '"id":   Id, ', ''],
    ['removes the last', remove('lines.note'), '\n    , "note": "x"', ''],
    [
      'removes the first, commas first',
      remove('lines.amount'),
      '"amount": qty * $rate   /* net */\n    , "note"',
      '   /* net */\n     "note"',
    ],
  ])('%s', (_, patch, before, after) => {
    expect(patched(mapping, patch)).toBe(mapping.replace(before, () => after));
  });

  it.each<[string, MappingPatch, string]>([
    ['{}', insert('a', '1'), '{ "a": 1 }'],
    ['{ }', insert('a', '1'), '{ "a": 1 }'],
    ['{\n}', insert('a', '1'), '{\n  "a": 1\n}'],
    ['{ "a": 1 }', insert('b', '2'), '{ "a": 1, "b": 2 }'],
    ['{ "a": 1 }', insert('b', '2', 'a'), '{ "b": 2, "a": 1 }'],
    ['{ "a": 1 }', remove('a'), '{ }'],
    ['{ "x": 0, "a": 1,\n  "b": 2 }', remove('a'), '{ "x": 0,\n  "b": 2 }'],
    ['{ "a": , "b": (1 }', replace('a', '5'), '{ "a": 5, "b": (1 }'],
    ['{ "a": 1 }', replace('b', '5'), 'TARGET_UNKNOWN'],
    ['{ "a": 1 }', insert('a', '5'), 'TARGET_EXISTS'],
    ['{ "a": 1 }', insert('a.b', '5'), 'TARGET_NOT_AN_OBJECT'],
    ['{ "a": 1, "a": 2 }', remove('a'), 'TARGET_REPEATED'],
    ['a.b', replace('b', '5'), 'TARGET_NOT_AN_OBJECT'],
    ['{ "a": 1 }', replace('a', '5 +'), 'EXPRESSION_INVALID'],
    ['{ "a": 1 }', replace('a', '5, "b": 6'), 'EXPRESSION_INVALID'],
  ])('%s', (text, patch, expected) => {
    expect(patched(text, patch)).toBe(expected);
  });
});

/** A mapping of a few fields, some of them objects, with comments and line breaks anywhere. */
function randomFields(random: SeededRandom, depth: number): string {
  const fields = Array.from({ length: random.below(5) }, (_, index) => {
    const isNested = depth > 0 && random.below(3) === 0;
    const wrap = random.pick(['%', '(%)', 'rows.%', 'rows[a = 1].%[]', '[%]']);
    const leaf = random.pick(['1', 'a.b', '"x" & y', '(a; b)', 'f(a, b)']);
    return `"f${index}": ${isNested ? wrap.replace('%', () => randomFields(random, depth - 1)) : leaf}`;
  });
  return `{ ${fields.join(random.pick([', ', ',\n  ', '\n  , ']))} }`;
}

interface Field {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** The meaning of all fields, outermost first, read from the IR independently of the code under test. */
function fieldsOf(ir: unknown, path: readonly string[] = []): Field[] {
  if (typeof ir !== 'object' || ir === null) return [];
  const node = ir as { kind?: string; entries?: { key: { value: string }; value: unknown }[] };
  const parts = Object.values(ir).flatMap((part: unknown) => (Array.isArray(part) ? part : [part]));
  if (node.kind !== 'object' || node.entries === undefined) return parts.flatMap((part) => fieldsOf(part, path));
  return node.entries.flatMap(({ key, value }) => {
    const inner = [...path, key.value];
    return [{ path: inner, value }, ...fieldsOf(value, inner)];
  });
}

const readFields = (text: string): Field[] => fieldsOf(withoutRanges(parseMapping(text).ir));
const commentsOf = (text: string) =>
  parseMapping(text)
    .tree.tokens.filter(({ kind }) => kind === 'comment')
    .map(({ start, end }) => text.slice(start, end));
const isUnder = (path: readonly string[], top: readonly string[]) => top.every((key, index) => path[index] === key);
const isBelow = (path: readonly string[], top: readonly string[]) => path.length > top.length && isUnder(path, top);
/** Fields whose meaning does not depend on the changed field. */
const others = (fields: Field[], changed: readonly string[]) =>
  fields.filter(({ path }) => !isUnder(path, changed) && !isBelow(changed, path));

describe('patchMapping, on random mappings', () => {
  const random = new SeededRandom(42);
  const texts = Array.from({ length: 120 }, () => {
    const text = randomFields(random, 2);
    return sprinkleComments(parseMapping(text).tree, random);
  });
  const targets = texts.flatMap((text) => readFields(text).map(({ path }) => ({ text, path })));
  const expression = '$new(1, /x/)';
  const value = withoutRanges(parseMapping(expression).ir);

  it('replaces one field, and leaves the text before and after it alone', () => {
    expect(targets.length).toBeGreaterThan(200);
    for (const { text, path } of targets) {
      const result = patchMapping(text, { operation: 'replace', target: path, expression });
      if (!result.isOk) throw new Error(`${result.message} ${text}`);
      const [edit] = result.edits;
      expect(result.edits).toEqual([{ start: edit?.start, end: edit?.end, text: expression }]);
      expect(others(readFields(result.text), path)).toEqual(others(readFields(text), path));
      expect(readFields(result.text).filter((field) => isUnder(field.path, path))).toEqual([{ path, value }]);
    }
  });

  it('removes one field but no comment outside it', () => {
    for (const { text, path } of targets) {
      const place = patchMapping(text, { operation: 'replace', target: path, expression: '1' });
      const result = patchMapping(text, { operation: 'remove', target: path });
      if (!result.isOk || !place.isOk) throw new Error(text);
      const [value] = place.edits;
      const keyStart = text.lastIndexOf(JSON.stringify(path.at(-1)), value?.start);
      expect(commentsOf(result.text)).toEqual([
        ...commentsOf(text.slice(0, keyStart)),
        ...commentsOf(text.slice(value?.end)),
      ]);
      expect(parseMapping(result.text).errors).toEqual([]);
      expect(others(readFields(result.text), path)).toEqual(others(readFields(text), path));
      expect(readFields(result.text).filter((field) => isUnder(field.path, path))).toEqual([]);
      expect(result.edits.every((edit) => edit.text === '')).toBe(true);
    }
  });

  it('inserts one field before or after any other, and only inserts', () => {
    for (const { text, path } of targets) {
      const target = [...path.slice(0, -1), 'new'];
      const before = path.at(-1) ?? '';
      for (const patch of [insert(target.join('.'), expression), insert(target.join('.'), expression, before)]) {
        const result = patchMapping(text, patch);
        if (!result.isOk) throw new Error(text);
        expect(commentsOf(result.text)).toEqual(commentsOf(text));
        expect(result.edits.every(({ start, end }) => start === end)).toBe(true);
        const fields = readFields(result.text);
        expect(fields.filter((field) => isUnder(field.path, target))).toEqual([{ path: target, value }]);
        expect(others(fields, target)).toEqual(others(readFields(text), target));
      }
    }
  });
});
