import { numbers, smallNumbers, texts, words } from './samples.ts';
import type { Random } from './random.ts';
import type { Shape } from './shape.ts';

/**
 * Data as integrations meet it: usually of this shape, but with fields missing or null, single objects in place of
 * lists, empty and nested lists, and numbers written as text.
 */
export function generateData(shape: Shape, random: Random): unknown {
  if (random.chance(4)) return random.pick<unknown>([null, [], {}, '', 0, false, [[]], [null], 'open', [1, 'a']]);
  switch (shape.kind) {
    case 'number':
      return numberIn(random);
    case 'text':
      return random.pick(random.chance(50) ? words : texts);
    case 'boolean':
      return random.chance(50);
    case 'list':
      return listIn(shape.item, random);
    case 'object':
      return objectIn(shape.fields, random);
    case 'function':
    case 'any':
      return random.pick<unknown>([1, 'a', true, null, { id: 1 }, [1, 2], [{ id: 1 }, { id: 2 }], 'open', [], 2.5]);
  }
}

function numberIn(random: Random): unknown {
  const number = random.pick(random.chance(65) ? smallNumbers : numbers);
  return random.chance(4) ? String(number) : number;
}

function listIn(item: Shape, random: Random): unknown {
  if (random.chance(12)) return generateData(item, random);
  if (random.chance(6)) return [];
  const items = random.several(1, random.chance(10) ? 9 : 4, () => generateData(item, random));
  if (items.length > 1 && random.chance(15)) items.push(random.pick(items));
  if (random.chance(4)) items.push([generateData(item, random)]);
  return items;
}

function objectIn(fields: Readonly<Record<string, Shape>>, random: Random): unknown {
  const present = Object.entries(fields).filter(() => !random.chance(9));
  return Object.fromEntries(present.map(([name, shape]) => [name, generateData(shape, random)]));
}
