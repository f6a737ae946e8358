import { describe, expect, it } from 'vitest';
import { alignedView, type DrawnStep } from './aligned-view.ts';

const side = (...steps: DrawnStep[]) => ({ steps, width: 400, height: 300 });
const column = (...ids: string[]) => side(...ids.map((id, at) => ({ id, x: 100, y: at * 100 })));

/** A view whose middle is at this place of the drawing. */
const at = (x: number, y: number, zoom = 1) => ({ x: 200 - x * zoom, y: 150 - y * zoom, zoom });

describe('the other drawing', () => {
  it('shows the same place where both are the same, at the same zoom', () => {
    const same = column('a', 'b', 'c');
    expect(alignedView(at(100, 130, 0.5), same, same)).toEqual(at(100, 130, 0.5));
  });

  it('moves in proportion between two common steps where one drawing has a new step', () => {
    const [before, after] = [column('a', 'c', 'd'), column('a', 'new', 'c', 'd')];
    expect(alignedView(at(100, 0), after, before)).toEqual(at(100, 0));
    expect(alignedView(at(100, 100), after, before)).toEqual(at(100, 50));
    expect(alignedView(at(100, 200), after, before)).toEqual(at(100, 100));
    expect(alignedView(at(100, 250), after, before)).toEqual(at(100, 150));
    expect(alignedView(at(100, 100), before, after)).toEqual(at(100, 200));
  });

  it('keeps its distance before the first and after the last common step', () => {
    const [before, after] = [column('a', 'b'), column('new', 'a', 'b', 'last')];
    expect(alignedView(at(100, 0), after, before)).toEqual(at(100, -100));
    expect(alignedView(at(100, 300), after, before)).toEqual(at(100, 200));
  });

  it('follows the nearest of the steps beside each other', () => {
    const before = side({ id: 'left', x: 0, y: 0 }, { id: 'right', x: 500, y: 0 });
    const after = side({ id: 'left', x: 0, y: 0 }, { id: 'between', x: 500, y: 0 }, { id: 'right', x: 1000, y: 0 });
    expect(alignedView(at(490, 0), before, after)).toEqual(at(990, 0));
    expect(alignedView(at(10, 0), before, after)).toEqual(at(10, 0));
  });

  it('stays at the same coordinates when the drawings have nothing in common', () => {
    expect(alignedView(at(100, 50), column('a'), column('b'))).toEqual(at(100, 50));
  });
});
