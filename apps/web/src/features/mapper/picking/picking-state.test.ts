import { expect, test } from 'vitest';
import { pickingState, startPicking, type PickingEvent, type PickingState } from './picking-state.ts';

const after = (...events: readonly PickingEvent[]): PickingState => events.reduce(pickingState, startPicking);

const name = { side: 'source', id: 'Name' } as const;
const title = { side: 'target', id: 'title' } as const;
const pick = (field: typeof name | typeof title, by: 'click' | 'keyboard' | 'drag' = 'click'): PickingEvent => ({
  type: 'pick',
  field,
  by,
});
const meet = (connection: Extract<PickingEvent, { type: 'met' }>['connection']): PickingEvent => ({
  type: 'met',
  source: 'Name',
  target: 'title',
  connection,
});
const done = meet({ kind: 'connected', edits: [], caret: 0 });
const question = meet({ kind: 'choose', question: 'What should happen?', choices: [] });

test('a click picks a field up and selects it', () => {
  expect(after(pick(name))).toEqual({
    ...startPicking,
    selected: name,
    held: { ...name, by: 'click' },
    said: 'Name is picked up. Choose a target field for it, or press Escape.',
  });
});

test('a second click on it puts it down, and a click on another field of its side picks that one up', () => {
  expect(after(pick(name), pick(name))).toEqual({ ...startPicking, selected: name, said: 'Name is put down.' });
  const other = { side: 'source', id: 'Id' } as const;
  expect(after(pick(name), { type: 'pick', field: other, by: 'click' })).toMatchObject({
    selected: other,
    held: { ...other, by: 'click' },
  });
});

test('when a line is drawn, in either direction, nothing is held any more and its target is selected', () => {
  const drawn = { ...startPicking, selected: title, said: 'title now comes from Name.' };
  expect([after(pick(name), done), after(pick(title), done)]).toEqual([drawn, drawn]);
});

test('a field that is refused stays picked up, unless it was dragged', () => {
  const refused = meet({ kind: 'refused', reason: 'It takes money.' });
  expect(after(pick(name), refused)).toEqual({
    ...startPicking,
    selected: name,
    held: { ...name, by: 'click' },
    said: 'It takes money.',
    isProblem: true,
  });
  expect(after(pick(name, 'drag'), refused)).toEqual({
    ...startPicking,
    selected: name,
    said: 'It takes money.',
    isProblem: true,
  });
});

test('a line that can mean several things asks, and Escape cancels question and field together', () => {
  const asked = after(pick(name, 'keyboard'), question);
  expect(asked).toMatchObject({
    held: { ...name, by: 'keyboard' },
    choice: { source: 'Name', target: 'title', question: 'What should happen?', choices: [] },
  });
  expect(pickingState(asked, { type: 'cancel' })).toEqual({
    ...startPicking,
    selected: name,
    said: 'Cancelled. Nothing has changed.',
  });
  expect(pickingState(asked, { type: 'chosen' })).toEqual({
    ...startPicking,
    selected: title,
    said: 'title now comes from Name.',
  });
});

test('Escape with nothing picked up changes nothing', () => {
  const state = after({ type: 'select', field: title });
  expect(pickingState(state, { type: 'cancel' })).toBe(state);
});

test('a selected line selects its target, and the next field that is picked ends that', () => {
  const line: PickingEvent = { type: 'line', key: 'Name → title', target: 'title' };
  expect(after(pick(name), line)).toEqual({ ...startPicking, selected: title, line: 'Name → title' });
  expect(after(line, pick(name))).toMatchObject({ selected: name, line: undefined });
});
