import type { Ir } from '../syntax/ir.ts';

/** The name of the called function, if it has one. */
export function nameOf(callee: Ir): string | undefined {
  if (callee.kind === 'path') return nameOf(callee.steps[0] ?? { ...callee, kind: 'missing' });
  return callee.kind === 'variable' || callee.kind === 'name' ? callee.name : undefined;
}
