import type { Builtin } from './builtin.ts';

export const merge = {
  name: 'merge',
  signature: '<a<o>:o>',
  parameters: ['objects'],
  summary: 'Puts the fields of several objects into one; of fields with the same name the last one wins.',
  examples: [
    { expression: '$merge([{"a": 1, "b": 2}, {"b": 3}])', result: { a: 1, b: 3 } },
    { expression: '$merge([])', result: {} },
    { expression: '$merge([1])', error: 'T0412' },
    { expression: '$merge(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, objects: ReadonlyArray<Readonly<Record<string, unknown>>> | undefined) {
    if (objects === undefined) return undefined;
    // The object has no prototype, so that a key such as `__proto__` is an ordinary key.
    const merged = Object.create(null) as Record<string, unknown>;
    for (const object of objects) {
      const keys = Object.keys(object);
      run.spend(keys.length + 1);
      for (const key of keys) merged[key] = object[key];
    }
    return merged;
  },
} satisfies Builtin;
