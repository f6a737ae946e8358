import { applyEdits } from '@throughline/core/mapping/syntax';
import { expect, test, vi } from 'vitest';
import { pickingActions, type LatestPicking } from './picking-actions.ts';
import { startPicking, type PickingEvent } from './picking-state.ts';

const tree = (id: string) => ({ fields: { go: () => undefined }, byId: new Map([[id, { id, path: [id] }]]) });

test('what somebody types while the code that removes a line is loaded stays, and the line is removed from that', async () => {
  const said: PickingEvent[] = [];
  const start = '{ "name": Name }';
  const typed = '{ "name": Name, "city": City }';
  const edit = vi.fn<LatestPicking['current']['actions']['edit']>();
  const latest = {
    current: {
      state: startPicking,
      text: start,
      trees: { source: tree('Name'), target: tree('name') },
      actions: { edit },
    } as unknown as LatestPicking['current'],
  };
  pickingActions(latest, (event) => said.push(event)).remove({ source: 'Name', target: 'name' }, 'target');
  latest.current = { ...latest.current, text: typed };
  await vi.waitFor(() =>
    expect(said).toEqual([{ type: 'say', text: 'The line from Name to name is removed.', isProblem: false }]),
  );
  expect(edit.mock.calls.map(([base, edits]) => [base, applyEdits(base, edits)])).toEqual([
    [typed, '{ "city": City }'],
  ]);
});
