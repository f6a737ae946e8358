import { describe, expect, it } from 'vitest';
import type { ItemPlace, RunTarget } from '@throughline/core/db/words/replay-target';
import type { FailureFacts } from '../failures/step-failure.ts';
import type { Frame } from './run-context.ts';
import { stoppedThere } from './stopped-run.ts';

const failure: FailureFacts = {
  code: 'STOPPED',
  message: 'Stopped.',
  class: 'business',
  details: [],
  stepId: 's',
  path: 'p',
};
const place = (...loops: readonly string[]): ItemPlace[] => loops.map((loop) => ({ loop, index: 1, key: null }));
const frame = (target: RunTarget | null, at: readonly ItemPlace[]) =>
  ({ context: { target }, scope: { trigger: 'the event', item: 'the item' }, place: at }) as unknown as Frame;

describe('what stopped at a place in a run', () => {
  const ofTarget: RunTarget = { kind: 'item', place: place('outer', 'inner'), item: 'the replayed item' };

  it('repeats the whole run outside of loops', () => {
    expect(stoppedThere(frame(null, []), failure)).toEqual({
      stepId: 's',
      path: 'p',
      failure,
      payload: 'the event',
      target: { kind: 'run' },
    });
  });

  it('repeats the item inside a loop, as the list has it', () => {
    const [outer, inner] = place('outer', 'inner').map((each) => ({ ...each, edited: { data: 'edited' } }));
    const at = [outer, inner].filter((each) => each !== undefined);
    expect(stoppedThere(frame(null, at), failure)).toMatchObject({
      payload: 'the item',
      target: { kind: 'item', place: [outer, ...place('inner')] },
    });
  });

  it.each([
    ['in front of the loops', []],
    ['inside an item on the way', place('outer')],
  ])('repeats what the run was for %s', (_title, at) => {
    expect(stoppedThere(frame(ofTarget, at), failure)).toMatchObject({
      payload: 'the replayed item',
      target: { kind: 'item', place: place('outer', 'inner') },
    });
  });
});
