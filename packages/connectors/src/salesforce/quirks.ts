import type { ConnectorManifest } from '@throughline/core/connector/manifest';

export const quirks: ConnectorManifest['quirks'] = [
  {
    id: 'no-webhooks-of-its-own',
    text: 'Salesforce has no webhooks: it publishes changes through the Pub/Sub API, and Apex code can call out. A flow that looks for changed records needs nothing set up in the account, so it is the choice to begin with.',
    source: 'https://developer.salesforce.com/docs/platform/pub-sub-api/overview',
  },
  {
    id: 'amount-follows-lines',
    text: 'Once a deal has lines its Amount is their sum; a value written to it is ignored or refused.',
    source:
      'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunity.htm',
  },
  {
    id: 'daily-request-budget',
    text: 'All integrations of an org share one number of requests per 24 hours. Every reply says how much is used; when nothing is left, requests fail with REQUEST_LIMIT_EXCEEDED until the window moves on.',
    source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm',
  },
  {
    id: 'modstamp-not-monotonic',
    text: 'A record can become visible with a modstamp older than one already read, because the mark is set before its transaction commits. Each poll therefore looks back two minutes and drops what it has seen.',
    source: 'https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_getupdated.htm',
  },
  {
    id: 'deleted-visible-15-days',
    text: 'Deleted records are listed for 15 days at most; an integration paused for longer has to compare whole lists.',
    source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getdeleted.htm',
  },
  {
    id: 'batch-partial-success',
    text: 'A batch of up to 200 records answers 200 even when records failed: each record has its own outcome.',
    source:
      'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm',
  },
  {
    id: 'upsert-multiple-matches',
    text: 'An upsert whose external id matches more than one record answers 300 with their addresses and writes nothing.',
    source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm',
  },
];
