import { expect, test } from 'vitest';
import { KeptDrafts } from './kept-drafts.ts';

/** As a browser's storage, with room for this many characters. */
const storageOf = (room = Infinity): Storage => {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      items.set(key, value);
    },
  };
};
const keysOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').toSorted();

const noon = new Date('2026-11-30T12:00:00Z');
const later = new Date('2026-11-30T12:05:00Z');
const work = { document: { text: 'mine' }, base: { text: 'was' }, revision: 3 };
const inTab = (storage: Storage, tabId: string, personId = 'ana', definitionId = 'flow') =>
  new KeptDrafts(storage, { personId, definitionId, tabId });

test('work comes back in the tab that kept it, and is gone once it is forgotten', () => {
  const storage = storageOf();
  expect(inTab(storage, 'one').keep(work, noon)).toBe(true);
  expect(inTab(storage, 'one').take(later)).toEqual({ ...work, keptAt: noon });
  inTab(storage, 'one').forget();
  expect(inTab(storage, 'one').take(later)).toBeUndefined();
});

test('work of a tab that was closed comes back in another one, the newest first, and each once', () => {
  const storage = storageOf();
  inTab(storage, 'older').keep({ ...work, revision: null }, noon);
  inTab(storage, 'newer').keep(work, later);
  expect(inTab(storage, 'now').take(later)).toEqual({ ...work, keptAt: later });
  expect(keysOf(storage)).toEqual(['throughline-draft ana flow now', 'throughline-draft ana flow older']);
  inTab(storage, 'now').forget();
  expect(inTab(storage, 'now').take(later)).toEqual({ ...work, revision: null, keptAt: noon });
});

test('nobody gets the work of another person or on another draft', () => {
  const storage = storageOf();
  inTab(storage, 'one').keep(work, noon);
  expect(inTab(storage, 'one', 'ben').take(later)).toBeUndefined();
  expect(inTab(storage, 'one', 'ana', 'flow-2').take(later)).toBeUndefined();
});

test('what does not fit is not kept, and what is unreadable or older than 30 days is removed', () => {
  expect(inTab(storageOf(10), 'one').keep(work, noon)).toBe(false);
  const storage = storageOf();
  storage.setItem('throughline-draft ana flow broken', '{');
  storage.setItem('something else', 'stays');
  inTab(storage, 'old').keep(work, noon);
  expect(inTab(storage, 'new').take(new Date('2026-12-31T12:00:00Z'))).toBeUndefined();
  expect(keysOf(storage)).toEqual(['something else']);
});
