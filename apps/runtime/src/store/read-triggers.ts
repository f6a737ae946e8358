import type { Logger } from 'pino';
import { triggerSchema, type Trigger } from '@throughline/core/flow';

export interface UnreadableTrigger {
  readonly definitionId: string;
  readonly problem: string;
}

export interface ReadTriggers<Flow> {
  readonly flows: readonly (Flow & { readonly trigger: Trigger })[];
  /** Flows whose stored trigger this release cannot read. They must not stop those of others. */
  readonly unreadable: readonly UnreadableTrigger[];
}

/** Reads the stored triggers of live flows. */
export function readTriggers<Flow extends { readonly definitionId: string }>(
  rows: readonly { readonly flow: Flow; readonly trigger: unknown }[],
): ReadTriggers<Flow> {
  const flows: (Flow & { readonly trigger: Trigger })[] = [];
  const unreadable: UnreadableTrigger[] = [];
  for (const { flow, trigger } of rows) {
    const parsed = triggerSchema.safeParse(trigger);
    if (parsed.success) flows.push({ ...flow, trigger: parsed.data });
    else unreadable.push({ definitionId: flow.definitionId, problem: parsed.error.message });
  }
  return { flows, unreadable };
}

export function logUnreadable(log: Logger, unreadable: readonly UnreadableTrigger[]): void {
  for (const { definitionId, problem } of unreadable) {
    log.error({ definitionId, problem }, 'The trigger of a live flow cannot be read; it starts nothing.');
  }
}
