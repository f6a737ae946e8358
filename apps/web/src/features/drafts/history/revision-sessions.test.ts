import { expect, it } from 'vitest';
import { revisionSessions, type Revision } from './revision-sessions.ts';

const saved = (revision: number, savedBy: string, minute: number): Revision => ({
  revision,
  savedBy,
  savedByName: savedBy,
  savedAt: new Date(Date.UTC(2026, 0, 1, 12, minute)),
});

it('groups what one person saved without a longer pause', () => {
  const [six, five, four, three, two, one] = [
    saved(6, 'ana', 40),
    saved(5, 'ana', 31),
    saved(4, 'ana', 20),
    saved(3, 'ben', 19),
    saved(2, 'ana', 18),
    saved(1, 'ana', 8),
  ];
  expect(revisionSessions([six, five, four, three, two, one] as Revision[])).toEqual([
    [six, five],
    [four],
    [three],
    [two, one],
  ]);
  expect(revisionSessions([])).toEqual([]);
});
