import type { ConnectorManifest } from '@throughline/core/connector/manifest';

const help = 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help';

export const quirks: ConnectorManifest['quirks'] = [
  {
    id: 'lists-return-ids-only',
    text: 'A record list answers ids and links, not fields. Lists and change polls therefore use SuiteQL; a single record is read in full through the record service.',
    source: `${help}/section_1545222128.html`,
  },
  {
    id: 'suiteql-needs-order',
    text: 'Without ORDER BY the pages of a SuiteQL result may overlap or leave rows out.',
    source: `${help}/section_157909186990.html`,
  },
  {
    id: 'suiteql-header-rows',
    text: 'Records from lists and change polls hold header fields only; read the record to get its lines and addresses.',
    source: `${help}/section_157909186990.html`,
  },
  {
    id: 'suiteql-time-zone',
    text: 'SuiteQL shows instants in the time zone of the signed-in user. Set the integration user’s time zone to GMT without summer time, or changes are noticed late.',
    source: `${help}/section_157909186990.html`,
  },
  {
    id: 'one-external-id',
    text: 'A record has exactly one external id, so only one outside system can own it. Throughline keeps its own links for everything else.',
    source: `${help}/section_4480437289.html`,
  },
  {
    id: 'account-wide-concurrency',
    text: 'All integrations of an account share a small number of requests at the same time: five, and ten more per SuiteCloud Plus licence.',
    source: `${help}/section_164095776391.html`,
  },
  {
    id: 'unknown-properties-ignored',
    text: 'Misspelt fields are ignored with a warning unless the request asks for an error; every write asks for it.',
    source: `${help}/section_1544787084.html`,
  },
  {
    id: 'sublist-merge',
    text: 'An update adds to lists such as items; they are replaced only when the request says so. Updates through Throughline replace every list they carry.',
    source: `${help}/section_1544788084.html`,
  },
  {
    id: 'no-webhooks',
    text: 'The REST services send no notifications; changes are polled.',
    source: `${help}/section_1529089601.html`,
  },
];
