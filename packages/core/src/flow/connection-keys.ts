import type { FlowDocument } from './definition.ts';
import { kindOf } from './step.ts';
import { walkEnabled } from './walk.ts';

/** Keys of every connection that a flow needs, for its trigger or a step that can run. */
export function connectionKeysOf({ trigger, body }: Pick<FlowDocument, 'trigger' | 'body'>): Set<string> {
  const keys = new Set<string>();
  if ('connection' in trigger) keys.add(trigger.connection);
  for (const { step } of walkEnabled(body)) {
    const { connection } = kindOf(step).references(step.config);
    if (connection !== undefined) keys.add(connection);
  }
  return keys;
}
