import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { expression } from '@throughline/core/flow/field-value';
import { stepSchema, type Step } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';
import { expect, test } from 'vitest';
import { designerReducer, pointBehind, pointBeside, startDesigner, type DesignerAction } from './designer-state.ts';
import { selectedIds, selectedSteps } from './selected-steps.ts';
import { canMove, type FlowEdit } from './edit-flow.ts';
import { stepId } from './step-id.ts';

const map = (id: string, input = '$trigger'): Step =>
  stepSchema.parse({ id, name: id, kind: 'map', config: { mapping: 'a-to-b', input } });

const lines = stepSchema.parse({
  id: 'lines',
  name: 'Lines',
  kind: 'for-each',
  config: { items: '$steps.one.lines' },
  bodies: { each: [map('line', '$item')] },
});

const flow: FlowDocument = flowSchema.parse({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [map('one'), lines, map('two', '$steps.line')],
});

const after = (...actions: DesignerAction[]) => actions.reduce(designerReducer, startDesigner(flow));
const ids = (document: FlowDocument) => Array.from(walkSteps(document.body), ({ step }) => step.id);
const present = (...actions: DesignerAction[]) => ids(after(...actions).history.present);

test('an inserted step is selected, and its id never collides', () => {
  const state = after({
    type: 'edit',
    edit: { type: 'insert', point: { address: { in: 'flow' }, index: 2 }, steps: [lines, map('one')] },
  });
  expect(ids(state.history.present)).toEqual(['one', 'lines', 'line', 'lines2', 'line2', 'one2', 'two']);
  expect(state.selection).toBe('lines2');
});

test('deleting a step selects its neighbour; undo restores the step, and redo deletes it again', () => {
  const removed: DesignerAction = { type: 'edit', edit: { type: 'delete', ids: ['two'] } };
  expect(after(removed).selection).toBe('lines');
  expect(present(removed, { type: 'undo' })).toEqual(ids(flow));
  expect(present(removed, { type: 'undo' }, { type: 'redo' })).toEqual(['one', 'lines', 'line']);
  expect(
    after({ type: 'select', id: 'line' }, { type: 'edit', edit: { type: 'delete', ids: ['lines'] } }).selection,
  ).toBe('two');
});

test('typing in one field is one undo step, and each field has its own', () => {
  const typed = (input: string, about: string): DesignerAction => ({
    type: 'edit',
    edit: { type: 'step', step: map('one', input), about },
  });
  const state = after(typed('$t', 'one/input'), typed('$tr', 'one/input'), typed('$trigger.a', 'one/name'));
  expect(state.history.past).toHaveLength(2);
  expect(designerReducer(designerReducer(state, { type: 'undo' }), { type: 'undo' }).history.present).toBe(flow);
});

test('an edit that changes nothing is not added to the history', () => {
  const here = { address: { in: 'flow' }, index: 1 } as const;
  expect(after({ type: 'edit', edit: { type: 'move', ids: ['one'], point: here } }).history.past).toEqual([]);
});

test('a step cannot be moved into itself, nor to where it already is', () => {
  const within = { address: { in: 'step', stepId: 'lines', slot: 'each' }, index: 0 } as const;
  expect(canMove(flow, ['lines'], within)).toBe(false);
  expect(canMove(flow, ['two'], within)).toBe(true);
  expect(canMove(flow, ['one'], { address: { in: 'flow' }, index: 1 })).toBe(false);
  expect(canMove(flow, ['one'], { address: { in: 'flow' }, index: 2 })).toBe(true);
});

test('a new id is written into every reference; an invalid or used one is refused', () => {
  const renamed = after({ type: 'edit', edit: { type: 'rename', from: 'one', to: 'deal' } });
  expect(renamed.history.present.body[1]?.config).toMatchObject({ items: { value: '$steps.deal.lines' } });
  expect(present({ type: 'edit', edit: { type: 'rename', from: 'one', to: 'two' } })).toEqual(ids(flow));
  expect(present({ type: 'edit', edit: { type: 'rename', from: 'one', to: 'My step' } })).toEqual(ids(flow));
});

test('when a slot is removed, so are its steps', () => {
  const branch = stepSchema.parse({
    id: 'way',
    name: 'Way',
    kind: 'branch',
    config: { cases: [{ slot: 'gb', title: 'GB', when: 'true' }] },
    bodies: { gb: [map('a')], otherwise: [map('b')], onError: [map('c')] },
  });
  const state = after(
    { type: 'edit', edit: { type: 'insert', point: { address: { in: 'flow' }, index: 3 }, steps: [branch] } },
    {
      type: 'edit',
      edit: {
        type: 'step',
        step: {
          ...branch,
          config: { cases: [{ slot: 'de', title: 'DE', when: expression('true') }] },
        } as Step,
      },
    },
  );
  expect(ids(state.history.present)).toEqual(['one', 'lines', 'line', 'two', 'way', 'b', 'c']);
});

test('selecting a step expands the containers around it', () => {
  const state = after({ type: 'toggle', id: 'lines' }, { type: 'select', id: 'line', field: '/input' });
  expect([...state.collapsed]).toEqual([]);
  expect(state.focusedField).toBe('/input');
});

const click = (id: string, how: 'only' | 'toggle' | 'range' = 'only'): DesignerAction => ({ type: 'select', id, how });
const edit = (each: FlowEdit): DesignerAction => ({ type: 'edit', edit: each });

test('several steps are selected one by one, or as a range in the order of the flow', () => {
  expect([...selectedIds(after(click('one'), click('two', 'toggle')))]).toEqual(['one', 'two']);
  expect([...selectedIds(after(click('one'), click('two', 'toggle'), click('one', 'toggle')))]).toEqual(['two']);
  expect([...selectedIds(after(click('two'), click('lines', 'range')))]).toEqual(['lines', 'line', 'two']);
  expect([...selectedIds(after(click('two'), click('one', 'range'), click('line', 'range')))]).toEqual(['line', 'two']);
  expect([...selectedIds(after(click('one'), click('two', 'toggle'), click('line')))]).toEqual(['line']);
  expect([...selectedIds(after(click('one'), click('@trigger', 'toggle')))]).toEqual([]);
  expect([...selectedIds(after({ type: 'select-all' }))]).toEqual(ids(flow));
});

test('a step inside another selected one goes with it, and an insertion comes after the last', () => {
  const state = after({ type: 'select-all' });
  expect(selectedSteps(state).map(({ step }) => step.id)).toEqual(['one', 'lines', 'two']);
  expect(pointBehind(after(click('one'), click('lines', 'range')))).toEqual({ address: { in: 'flow' }, index: 2 });
});

test('an edit of several steps is one step back, has a name, and undo selects what came back', () => {
  const removed = after(edit({ type: 'delete', ids: ['one', 'lines'] }));
  expect(ids(removed.history.present)).toEqual(['two']);
  expect(removed.selection).toBe('two');
  expect(removed.history.done).toEqual(['delete of 3 steps']);
  expect(removed.said.text).toBe('Done: delete of 3 steps.');
  const undone = designerReducer(removed, { type: 'undo' });
  expect([undone.selection, ...undone.also]).toEqual(['one', 'lines']);
  expect(undone.said.text).toBe('Undone: delete of 3 steps.');
  expect(undone.history.undone).toEqual(['delete of 3 steps']);
  const again = designerReducer(undone, { type: 'redo' });
  expect([again.selection, again.said.text]).toEqual(['two', 'Done again: delete of 3 steps.']);
});

test('undo selects what an edit changed or moved, and the neighbour of what it made', () => {
  const back = (...actions: DesignerAction[]) => after(...actions, click('@trigger'), { type: 'undo' }).selection;
  expect(back(edit({ type: 'step', step: { ...map('one'), name: 'New' } }))).toBe('one');
  expect(back(edit({ type: 'disable', ids: ['line'], isDisabled: true }))).toBe('line');
  expect(back(edit({ type: 'move', ids: ['line'], point: { address: { in: 'flow' }, index: 0 } }))).toBe('line');
  expect(back(edit({ type: 'insert', point: { address: { in: 'flow' }, index: 1 }, steps: [map('new')] }))).toBe(
    'lines',
  );
});

test('disabling is part of the document, and enabling leaves nothing of it', () => {
  const off = after(edit({ type: 'disable', ids: ['one', 'lines'], isDisabled: true }));
  expect(off.history.present.body.map(({ disabled }) => disabled)).toEqual([true, true, undefined]);
  const on = designerReducer(off, edit({ type: 'disable', ids: ['one', 'lines', 'two'], isDisabled: false }));
  expect(on.history.present).toEqual(flow);
});

test('steps of one body go into a new container, whose id is free', () => {
  const container = { ...lines, bodies: {} };
  const wrapped = after(edit({ type: 'wrap', ids: ['one', 'lines'], container, slot: 'each' }));
  expect(ids(wrapped.history.present)).toEqual(['lines2', 'one', 'lines', 'line', 'two']);
  expect(wrapped.selection).toBe('lines2');
  expect(present(edit({ type: 'wrap', ids: ['one', 'line'], container, slot: 'each' }))).toEqual(ids(flow));
});

test.each<[FlowEdit, string]>([
  [{ type: 'insert', point: { address: { in: 'flow' }, index: 0 }, steps: [map('new')] }, 'insertion of “new”'],
  [{ type: 'insert', point: { address: { in: 'flow' }, index: 0 }, steps: [lines], as: 'paste' }, 'paste of “Lines”'],
  [{ type: 'move', ids: ['one'], point: { address: { in: 'flow' }, index: 3 } }, 'move of “one”'],
  [{ type: 'disable', ids: ['one', 'two'], isDisabled: true }, 'disabling of 2 steps'],
  [{ type: 'rename', from: 'one', to: 'deal' }, 'renaming of the id one to deal'],
  [{ type: 'step', step: { ...map('one'), note: 'Why' } }, 'edit of “one”'],
  [{ type: 'description', description: 'New' }, 'edit of the description'],
])('the history names the edit: %j', (each, name) => {
  expect(after(edit(each)).history.done).toEqual([name]);
});

test('moving by keyboard stops at both ends', () => {
  const place = [...walkSteps(flow.body)][0];
  if (place === undefined) throw new Error('The flow has steps.');
  expect(pointBeside(place, flow.body, -1)).toBeUndefined();
  expect(pointBeside(place, flow.body, 1)).toEqual({ address: { in: 'flow' }, index: 2 });
});

test.each([
  ['Read account', 'readAccount'],
  ['Kunde anlegen (ä)', 'kundeAnlegenA'],
  ['2nd try', 'ndTry'],
  ['??', 'step'],
])('the name %s gives the id %s', (name, id) => {
  expect(stepId(name)).toBe(id);
});
