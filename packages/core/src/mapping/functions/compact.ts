import { checkNesting } from '../builtins/check-nesting.ts';
import type { FunctionContext, MappingFunction } from './function-definition.ts';

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
    { expression: '$compact()', input: { a: null, b: 1 }, error: 'T0410' },
  ],
  implementation(context, value: unknown) {
    return compacted(value, context, 0);
  },
} satisfies MappingFunction;

function compacted(value: unknown, context: FunctionContext, depth: number): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') {
    context.spend(value.length >> 4);
    return value.trim() === '' ? undefined : value;
  }
  if (typeof value !== 'object') return value;
  checkNesting(context, depth);
  if (Array.isArray(value)) {
    context.spend(value.length);
    return value.map((item) => compacted(item, context, depth + 1)).filter((item) => item !== undefined);
  }
  const members: [string, unknown][] = [];
  const entries = Object.entries(value);
  context.spend(entries.length + 1);
  for (const [key, member] of entries) {
    const kept = compacted(member, context, depth + 1);
    if (kept !== undefined) members.push([key, kept]);
  }
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
