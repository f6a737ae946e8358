import type { ConnectorManifest } from '@throughline/core/connector/manifest';

const docs = 'https://developer.kantata.com';

export const quirks: ConnectorManifest['quirks'] = [
  {
    id: 'no-upsert-no-idempotency-key',
    text: 'Creating twice makes two records. Throughline finds a record by its external reference before it creates one, and looks again before it repeats a create whose reply was lost.',
    source: `${docs}/tag/External-References`,
  },
  {
    id: 'iterate-results',
    text: 'Answers hold an ordered list of keys and a map of records; the map alone has no order and may hold included records.',
    source: `${docs}/`,
  },
  {
    id: 'archived-hidden',
    text: 'Lists leave out archived projects, the tasks, assignments and time of archived projects, people who left, and roles on a team without a name. Throughline asks for all of them.',
    source: `${docs}/tag/Workspaces`,
  },
  {
    id: 'throttle-without-hint',
    text: 'A 429 names no waiting time; Throughline waits with growing pauses.',
    source: `${docs}/`,
  },
  {
    id: 'minor-units',
    text: 'Most amounts are integers in cents and most times are minutes, but a project’s writable budget is a decimal text.',
    source: `${docs}/tag/Workspaces`,
  },
  {
    id: 'no-webhooks',
    text: 'There are no webhooks; changes are polled. Deleted records simply stop appearing.',
    source: `${docs}/tag/Subscribed-Events`,
  },
];
