import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosaver, type SaveOutcome, type UnsavedWork } from './autosaver.ts';

const savedAt = new Date('2026-11-23T12:04:00Z');
const saved = (revision: number): SaveOutcome => ({ outcome: 'saved', revision, savedAt });
const theirs = { revision: 7, document: 'theirs', savedBy: 'user-ben', savedByName: 'Ben Okafor', savedAt };
const conflict: SaveOutcome = { outcome: 'conflict', message: 'Ben saved.', current: theirs };

/** An autosaver whose saves are answered one after the other, and a record of what it saved. */
const withAnswers = (...answers: (SaveOutcome | Error)[]) => {
  const asked: (readonly [string, number | null])[] = [];
  const kept: UnsavedWork<string>[] = [];
  const saver = new Autosaver({
    document: 'start',
    revision: 3,
    savedAt: null,
    delayMs: 700,
    kept: {
      keep: (work) => kept.push(work) > 0,
      forget: () => kept.splice(0),
    },
    save: (document, revision) => {
      asked.push([document, revision]);
      const answer = answers[asked.length - 1] ?? saved(99);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return { saver, asked, kept };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('typing is saved once it pauses, on top of the revision before', async () => {
  const { saver, asked } = withAnswers(saved(4), saved(5));
  saver.update('a');
  saver.update('ab');
  expect(saver.getStatus().state).toEqual({ kind: 'unsaved' });
  await vi.advanceTimersByTimeAsync(700);
  saver.update('abc');
  await vi.advanceTimersByTimeAsync(700);
  expect(asked).toEqual([
    ['ab', 3],
    ['abc', 4],
  ]);
  expect(saver.getStatus()).toEqual({ state: { kind: 'saved' }, revision: 5, savedAt });
});

test('an edit that is undone before it is saved sends nothing', async () => {
  const { saver, asked } = withAnswers();
  saver.update('a');
  saver.update('start');
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toEqual([]);
  expect(saver.getStatus().state).toEqual({ kind: 'saved' });
});

test('text typed during a save is saved after it, and never at the same time', async () => {
  const { saver, asked } = withAnswers(saved(4), saved(5));
  saver.update('a');
  const flushed = saver.flush();
  saver.update('ab');
  expect(await flushed).toBe(true);
  expect(asked).toEqual([
    ['a', 3],
    ['ab', 4],
  ]);
});

test('a conflict stops saving, and keeping mine saves on top of theirs', async () => {
  const { saver, asked } = withAnswers(conflict, saved(8));
  saver.update('mine');
  expect(await saver.flush()).toBe(false);
  expect(saver.getStatus().state).toEqual({ kind: 'conflict', message: 'Ben saved.', theirs });
  saver.update('mine, more');
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toEqual([['mine', 3]]);
  expect(await saver.keepMine()).toBe(true);
  expect(asked.at(-1)).toEqual(['mine, more', 7]);
  expect(saver.getStatus()).toEqual({ state: { kind: 'saved' }, revision: 8, savedAt });
});

test('taking theirs continues from their revision and saves nothing', async () => {
  const { saver, asked } = withAnswers(conflict, saved(8));
  saver.update('mine');
  await saver.flush();
  saver.takeTheirs('theirs');
  expect(saver.getStatus()).toEqual({ state: { kind: 'saved' }, revision: 7, savedAt });
  saver.update('theirs, more');
  await saver.flush();
  expect(asked.at(-1)).toEqual(['theirs, more', 7]);
});

test('keeping mine recreates a draft that was deleted', async () => {
  const { saver, asked } = withAnswers({ outcome: 'conflict', message: 'Gone.', current: null }, saved(9));
  saver.update('mine');
  await saver.flush();
  await saver.keepMine();
  expect(asked.at(-1)).toEqual(['mine', null]);
});

const offline = new Error('offline');

test('while saving fails, the work is kept with what it is based on; the next edit tries again', async () => {
  const { saver, asked, kept } = withAnswers(offline, offline, saved(4));
  saver.update('a');
  expect(await saver.flush()).toBe(false);
  const failed = { kind: 'failed', error: offline, isKept: true, isRetrying: false };
  expect(saver.getStatus().state).toEqual(failed);
  saver.update('ab');
  // The message stays, instead of changing back and forth.
  expect(saver.getStatus().state).toEqual(failed);
  const flushed = saver.flush();
  expect(saver.getStatus().state).toEqual({ ...failed, isRetrying: true });
  expect(await flushed).toBe(false);
  expect(kept).toEqual([
    { document: 'a', base: 'start', revision: 3 },
    { document: 'ab', base: 'start', revision: 3 },
  ]);
  saver.update('abc');
  await vi.advanceTimersByTimeAsync(700);
  expect(asked.at(-1)).toEqual(['abc', 3]);
  expect(saver.getStatus().state).toEqual({ kind: 'saved' });
  expect(kept).toEqual([]);
});

test('work of an earlier visit is saved on top of the revision that it was based on', async () => {
  const { saver, asked } = withAnswers(conflict, saved(8));
  expect(await saver.resume({ document: 'kept', base: 'older', revision: 2 })).toBe(false);
  expect(asked).toEqual([['kept', 2]]);
  expect(saver.getStatus()).toEqual({
    state: { kind: 'conflict', message: 'Ben saved.', theirs },
    revision: 2,
    savedAt: null,
  });
  expect(saver.base).toBe('older');
});

test('bringing their changes in saves both on top of theirs', async () => {
  const { saver, asked, kept } = withAnswers(conflict, offline, saved(8));
  saver.update('mine');
  await saver.flush();
  expect(kept).toEqual([{ document: 'mine', base: 'start', revision: 3 }]);
  expect(await saver.bringIn('both')).toBe(false);
  expect(kept.at(-1)).toEqual({ document: 'both', base: 'theirs', revision: 7 });
  expect(await saver.flush()).toBe(true);
  expect(asked.slice(1)).toEqual([
    ['both', 7],
    ['both', 7],
  ]);
  expect(saver.getStatus()).toEqual({ state: { kind: 'saved' }, revision: 8, savedAt });
});

test('a newer save that a person looks at can be left undecided', () => {
  const { saver } = withAnswers();
  saver.meet(theirs);
  expect(saver.getStatus().state).toEqual({ kind: 'conflict', message: '', theirs, isAsked: true });
  saver.leave();
  expect(saver.getStatus()).toEqual({ state: { kind: 'saved' }, revision: 3, savedAt: null });
});
