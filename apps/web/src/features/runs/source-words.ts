import type { TriggerSource } from '@throughline/core/db/schema/run';

/** How a run was started, in words. */
export const sourceWords: Record<TriggerSource, string> = {
  webhook: 'Webhook',
  change: 'Change',
  schedule: 'Schedule',
  event: 'Event',
  manual: 'By hand',
  test: 'Test',
  replay: 'Replay',
  call: 'Another flow',
};
