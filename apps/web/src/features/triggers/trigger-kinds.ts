import type { Trigger } from '@throughline/core/flow';

/** What starts a flow, in the words that a person chooses from. Everything that names a kind takes the words from here. */
export const triggerKinds: Readonly<Record<Trigger['kind'], string>> = {
  webhook: 'A webhook of a system',
  change: 'Changed records, looked for regularly',
  schedule: 'A schedule',
  event: 'An event of another flow',
  manual: 'A person, by hand',
  call: 'Another flow that calls this one',
};
