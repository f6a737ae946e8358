import { expect, it } from 'vitest';
import { salesforceManifest as manifest } from '../../salesforce/manifest.ts';
import { wire } from '../../salesforce/wire.ts';
import { requireHonest } from './require-honest.ts';
import type { ObjectWire } from './system.ts';

const withOnly = (objects: typeof manifest.objects) => ({ ...manifest, objects });
const { Account, User } = manifest.objects;
const without = (...names: readonly (keyof ObjectWire)[]): ObjectWire =>
  Object.fromEntries(
    Object.entries(wire).filter(([name]) => !names.includes(name as keyof ObjectWire)),
  ) as unknown as ObjectWire;

it('accepts a manifest that keeps its promises', () => {
  expect(() => requireHonest({ manifest, wireOf: () => wire })).not.toThrow();
});

it.each([
  ['changes without a strategy', { User }, without('changes'), 'User has no way to follow changes'],
  ['changes without a mark', { User }, without('mark'), 'User has no way to follow changes'],
  ['writes without a strategy', { Account }, without('writes'), 'Account has no way to be written'],
  [
    'more about repetitions than the strategy keeps',
    { Account },
    { ...wire, writes: { ...wire.writes, strategy: 'find-then-write' } } as ObjectWire,
    'Account writes by find-then-write, which contradicts recognisesRepeats',
  ],
])('refuses a manifest that promises %s', (_what, objects, broken, lie) => {
  const system = { manifest: withOnly(objects as typeof manifest.objects), wireOf: () => broken };
  expect(() => requireHonest(system)).toThrow(`The manifest of Salesforce promises what is not so: ${lie}.`);
});
