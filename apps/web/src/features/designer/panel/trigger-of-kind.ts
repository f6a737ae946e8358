import type { Trigger } from '@throughline/core/flow';

type TriggerKind = Trigger['kind'];

/** The trigger's default name, until a person chooses one. */
const defaultNames: Readonly<Record<TriggerKind, string>> = {
  webhook: 'A webhook arrives',
  change: 'A record changed',
  schedule: 'On a schedule',
  event: 'An event of another flow',
  manual: 'Started by hand',
  call: 'Called by another flow',
};

const noRecord = { connection: '', object: '', record: 'read' as const, include: [], deletions: 'ignore' as const };

/** The trigger as another kind. It keeps the record that it is about, and a name that a person chose. */
export function triggerOfKind(kind: TriggerKind, before: Trigger): Trigger {
  const name = before.name === defaultNames[before.kind] ? defaultNames[kind] : before.name;
  const { connection, object, record, include, deletions } = 'connection' in before ? before : noRecord;
  const frame = { name, connection, object, record, include, deletions };
  switch (kind) {
    case 'webhook':
      return { kind, ...frame };
    case 'change':
      return { kind, ...frame, every: 'PT1M' };
    case 'schedule':
      return { kind, name, cron: '0 6 * * 1-5', timeZone: 'Europe/London' };
    case 'event':
      return { kind, name, type: '' };
    case 'manual':
    case 'call':
      return { kind, name };
  }
}
