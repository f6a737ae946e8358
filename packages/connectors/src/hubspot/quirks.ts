import type { ConnectorManifest } from '@throughline/core/connector/manifest';

const docs = 'https://developers.hubspot.com/docs';

export const quirks: ConnectorManifest['quirks'] = [
  {
    id: 'numbers-are-texts',
    text: 'HubSpot writes every property as a text, numbers too. Throughline keeps numbers as decimal texts, so that no cent is lost, and makes only yes and no out of true and false.',
    source: `${docs}/guides/api/crm/properties`,
  },
  {
    id: 'search-is-late',
    text: 'A search may not show a record for some moments after it was written. Each poll for changes therefore looks back five minutes and drops what it has seen.',
    source: `${docs}/api-reference/crm-search-v3/guide`,
  },
  {
    id: 'search-window',
    text: 'A search ends after 10,000 results. Throughline continues lists by record id and changes by time, so no search gets that far.',
    source: `${docs}/api-reference/crm-search-v3/guide`,
  },
  {
    id: 'search-ignores-case',
    text: 'A search compares texts without their case, and parts of texts by words. Throughline compares exactly what it gets back.',
    source: `${docs}/api-reference/crm-search-v3/guide`,
  },
  {
    id: 'archived-records',
    text: 'A deleted record stays archived for 90 days, and no search finds it. Deletions are found by reading the list of archived records, page by page, with every poll; webhooks report them at once.',
    source: `${docs}/guides/api/crm/understanding-the-crm`,
  },
  {
    id: 'key-property',
    text: 'An upsert needs a unique property. Make one named throughline_key on each object, or name another in the connection’s settings.',
    source: `${docs}/guides/api/crm/properties`,
  },
  {
    id: 'batch-partial-success',
    text: 'A batch answers 207 when some of its records were refused. Errors name their records by a trace id that Throughline sends along.',
    source: `${docs}/guides/api/crm/understanding-the-crm`,
  },
  {
    id: 'archiving-says-nothing',
    text: 'Archiving answers 204 whether a record was there or not, so Throughline looks before it archives.',
    source: `${docs}/guides/api/crm/understanding-the-crm`,
  },
  {
    id: 'associations-apart',
    text: 'Line items, contacts and companies of a deal are associations, which an upsert cannot carry. Write them as the object Association.',
    source: `${docs}/guides/api/crm/associations/associations-v4`,
  },
];
