import type { FlowDocument } from './definition.ts';
import { kindOf } from './step.ts';
import { walkSteps } from './walk.ts';

/** Keys of every connection a flow names, in its trigger or a step. */
export function connectionKeysOf({ trigger, body }: Pick<FlowDocument, 'trigger' | 'body'>): Set<string> {
  const keys = new Set<string>();
  if ('connection' in trigger) keys.add(trigger.connection);
  for (const { step } of walkSteps(body)) {
    const { connection } = kindOf(step).references(step.config);
    if (connection !== undefined) keys.add(connection);
  }
  return keys;
}
