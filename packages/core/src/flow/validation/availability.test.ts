import { expect, test } from 'vitest';
import type { Step } from '../step.ts';
import { walkSteps } from '../walk.ts';
import { availability } from './availability.ts';

/* These tests check the rules against random flows, which run many times with random branches and failures. */

/** Mulberry32: small, seeded, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function randomBody(random: () => number, next: () => string, depth: number): Step[] {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  return Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const kind = pick(
      depth > 0
        ? (['notify', 'branch', 'parallel', 'for-each', 'raise'] as const)
        : (['notify', 'notify', 'raise'] as const),
    );
    const inner = (): Step[] => randomBody(random, next, depth - 1);
    const slots = { notify: [], raise: [], branch: ['a', 'otherwise'], parallel: ['a', 'b'], 'for-each': ['each'] }[
      kind
    ];
    const id = next();
    const bodies: Record<string, Step[]> = Object.fromEntries(slots.map((slot) => [slot, inner()]));
    if (depth > 0 && random() < 0.3) bodies['onError'] = inner();
    const config = { branch: { cases: [{ slot: 'a' }] }, parallel: { branches: [{ slot: 'a' }, { slot: 'b' }] } };
    // Only kind, id, slots and bodies matter here.
    return { id, name: id, kind, config: { ...config[kind as 'branch'] }, bodies } as unknown as Step;
  });
}

class Failed extends Error {}

/** Runs a body like the runtime, and records each step's view: the ids it could read when it was evaluated. */
function run(
  body: readonly Step[],
  seen: Set<string>,
  random: () => number,
  look: (id: string, seen: Set<string>) => void,
) {
  for (const step of body) {
    look(step.id, seen);
    try {
      if (step.kind === 'raise' || random() < 0.15) throw new Failed();
      runSlots(step, seen, random, look);
      if (random() < 0.1) throw new Failed();
      seen.add(step.id);
    } catch (error) {
      const handler = step.bodies?.['onError'];
      if (!(error instanceof Failed) || handler === undefined) throw error;
      seen.add(step.id);
      run(handler, seen, random, look);
    }
  }
}

function runSlots(step: Step, seen: Set<string>, random: () => number, look: (id: string, seen: Set<string>) => void) {
  const bodyOf = (slot: string): readonly Step[] => step.bodies?.[slot] ?? [];
  switch (step.kind) {
    case 'branch':
      run(bodyOf(random() < 0.5 ? 'a' : 'otherwise'), seen, random, look);
      return;
    case 'parallel': {
      const sides = ['a', 'b'].map((slot) => {
        const own = new Set(seen);
        run(bodyOf(slot), own, random, look);
        return own;
      });
      for (const id of sides.flatMap((own) => [...own])) seen.add(id);
      return;
    }
    case 'for-each':
      for (let item = 0; item < 2; item += 1) run(bodyOf('each'), new Set(seen), random, look);
      return;
    default:
  }
}

test('an output called always available is always there, and one called never available never is', () => {
  const counts = { always: 0, sometimes: 0, never: 0 };
  const wrong: string[] = [];
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = randomFrom(seed);
    let number = 0;
    const body = randomBody(random, () => `s${(number += 1)}`, 2);
    const views = new Map<string, { every: Set<string>; some: Set<string> }>();
    const look = (id: string, seen: Set<string>): void => {
      const view = views.get(id);
      views.set(id, {
        every: view === undefined ? new Set(seen) : new Set([...view.every].filter((source) => seen.has(source))),
        some: view === undefined ? new Set(seen) : new Set([...view.some, ...seen]),
      });
    };
    for (let round = 0; round < 120; round += 1) {
      try {
        run(body, new Set(), random, look);
      } catch (error) {
        if (!(error instanceof Failed)) throw error;
      }
    }
    const visited = [...walkSteps(body)];
    for (const reader of visited) {
      const view = views.get(reader.step.id);
      // A handler of something that never failed here proves nothing.
      if (view === undefined) continue;
      for (const source of visited) {
        const { is } = availability(source, reader);
        counts[is] += 1;
        const [isAlways, isSometimes] = [view.every.has(source.step.id), view.some.has(source.step.id)];
        if ((is === 'always' && !isAlways) || (is === 'never' && isSometimes)) {
          wrong.push(`seed ${seed}: ${source.pointer} read at ${reader.pointer} is said to be ${is}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  // Without such places in the random flows, the rules would hold vacuously.
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(1000);
});
