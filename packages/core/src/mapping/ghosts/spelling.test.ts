import { expect, test } from 'vitest';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { nearestNames } from '../functions/nearest-names.ts';
import { isNear, spellingOf } from './spelling.ts';

const names = 'amount amuont Amount total city Cty a ab Berlin Europe/Berlin straße STRASSE Name__c Nmae__c'
  .split(' ')
  .concat('x'.repeat(70), `${'x'.repeat(60)}yyyy`, '');

test('names are near exactly where the suggestions of the check would name one for the other', () => {
  const random = new SeededRandom(7);
  const letters = 'aAbB_/';
  const some = Array.from({ length: 60 }, () =>
    Array.from({ length: 1 + random.below(8) }, () => letters[random.below(letters.length)]).join(''),
  );
  const pairs = [...names, ...some].flatMap((one, _, all) => all.map((other) => [one, other] as const));
  const near = pairs.filter(([one, other]) => isNear(spellingOf(one), spellingOf(other)));
  expect(near).toEqual(pairs.filter(([one, other]) => nearestNames(one, [other]).length > 0));
  expect(near.length).toBeGreaterThan(200);
});
