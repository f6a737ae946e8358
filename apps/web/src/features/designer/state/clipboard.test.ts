import { stepSchema, type Step } from '@throughline/core/flow/step';
import { expect, test } from 'vitest';
import { stepsFromText, stepsToText } from './clipboard.ts';

const map = (id: string, mapping = 'a-to-b'): Step => ({
  id,
  name: id,
  kind: 'map',
  config: { mapping, input: { kind: 'data', value: '$trigger' } },
});

const loop = stepSchema.parse({
  id: 'loop',
  name: 'Loop',
  kind: 'for-each',
  note: 'Line by line.',
  disabled: true,
  config: { items: '$trigger.lines' },
  bodies: { each: [map('line')] },
});

test('copied steps come back as they were, filled in or not', () => {
  const steps = [loop, map('empty', '')];
  expect(stepsFromText(stepsToText(steps))).toEqual(steps);
});

test.each([
  '',
  'hello',
  '5',
  'null',
  '[]',
  '{}',
  '{"type":"something/else","steps":[]}',
  '{"type":',
  '"throughline/steps"',
])('another text on the clipboard is nobody’s steps: %s', (text) => {
  expect(stepsFromText(text)).toBeUndefined();
});

const unreadable = 'The clipboard holds steps that cannot be read. Copy them again.';

test.each<[string, unknown]>([
  ['no steps', []],
  ['no list', { id: 'x' }],
  ['an unknown kind', [{ ...map('x'), kind: 'teleport' }]],
  ['a config of another shape', [{ ...map('x'), config: { mapping: 5, input: null } }]],
  ['an id that is no name', [{ ...map('x'), id: '__proto__' }]],
  ['a body that is no list', [{ ...loop, bodies: { each: 'line' } }]],
  ['a field that steps do not have', [{ ...map('x'), script: 'alert(1)' }]],
  ['the same id twice', [map('x'), map('x')]],
  ['rules that are a text', [{ id: 'x', name: 'x', kind: 'check', config: { rules: 'none' } }]],
])('steps with %s are refused in a sentence', (_what, steps) => {
  expect(stepsFromText(JSON.stringify({ type: 'throughline/steps', steps }))).toBe(unreadable);
});

test('steps of a newer version, and more than a flow may have, are refused', () => {
  expect(stepsFromText(JSON.stringify({ type: 'throughline/steps', format: 99, steps: [map('x')] }))).toBe(
    'These steps come from a newer version of Throughline. Nothing was pasted.',
  );
  const many = Array.from({ length: 501 }, (_, index) => map(`s${index}`));
  expect(stepsFromText(stepsToText(many))).toBe(
    'The clipboard holds more than 500 steps, which is more than a flow may have. Nothing was pasted.',
  );
});

test('steps of an earlier format are upgraded', () => {
  const old = { ...map('x'), config: { mapping: 'a-to-b', input: '$trigger' } };
  expect(stepsFromText(JSON.stringify({ type: 'throughline/steps', steps: [old] }))).toEqual([map('x')]);
});
