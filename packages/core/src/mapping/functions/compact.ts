import type { MappingFunction } from './function-definition.ts';

export const compact = {
  name: 'compact',
  signature: '<x:x>',
  parameters: ['value'],
  summary:
    'Leaves out what says nothing: null and blank text, and objects in which nothing is left. Lists keep their empty list.',
  examples: [
    {
      expression: '$compact({"name": "Acme", "phone": null, "fax": "  ", "address": {"city": ""}})',
      result: { name: 'Acme' },
    },
    {
      expression: '$compact({"lines": [{"a": 1, "b": null}, null], "tags": []})',
      result: { lines: [{ a: 1 }], tags: [] },
    },
    { expression: '$compact({"isOpen": false, "count": 0})', result: { isOpen: false, count: 0 } },
    { expression: '$compact({"a": null})' },
    { expression: '$compact(missing)', input: {} },
  ],
  implementation(_context, value: unknown) {
    return compacted(value);
  },
} satisfies MappingFunction;

function compacted(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => compacted(item)).filter((item) => item !== undefined);
  const members = Object.entries(value)
    .map(([key, member]) => [key, compacted(member)] as const)
    .filter(([, member]) => member !== undefined);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
