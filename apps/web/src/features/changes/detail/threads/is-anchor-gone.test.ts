import { expect, it } from 'vitest';
import { isAnchorGone } from './is-anchor-gone.ts';

const any = { kind: 'any' };
const mapping = (text: string) => ({ format: 1, text, source: any, target: any, tests: [] });
const map = (...keys: string[]) => ({
  format: 1,
  description: '',
  entries: keys.map((key) => ({ key, value: 'x' })),
});
const flow = (...ids: string[]) => ({
  format: 1,
  description: '',
  trigger: { kind: 'manual', name: 'By hand' },
  body: ids.map((id) => ({ id, kind: 'lookup', name: id, config: { valueMap: 'terms', key: '$trigger.key' } })),
  settings: {},
});

it('a place is gone when neither version of the document has it', () => {
  const texts = { before: mapping('{ "a": 1 }'), after: mapping('{ "lines": x.{ "b": 1 } }') };
  const field = (anchor: string) => isAnchorGone({ anchorKind: 'field', anchor }, texts);
  expect(['a', 'lines[].b', 'lines', '@around', 'c'].map(field)).toEqual([false, false, false, false, true]);
  const flows = { before: flow('first'), after: flow('second') };
  const step = (anchor: string) => isAnchorGone({ anchorKind: 'step', anchor }, flows);
  expect(['first', 'second', '@trigger', 'third'].map(step)).toEqual([false, false, false, true]);
  const maps = { before: null, after: map('GB') };
  const row = (anchor: string) => isAnchorGone({ anchorKind: 'row', anchor }, maps);
  expect(['GB', 'DE'].map(row)).toEqual([false, true]);
});
