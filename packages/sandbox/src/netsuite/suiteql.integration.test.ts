import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNetSuite } from '../../testing/netsuite/open-netsuite.ts';
import type { OpenNetSuite } from '../../testing/netsuite/open-netsuite.ts';

let netsuite: OpenNetSuite;
beforeEach(async () => {
  netsuite = await openNetSuite();
});
afterEach(async () => await netsuite.close());

const url = (limit: number, offset: number): string =>
  `${netsuite.system.url}/services/rest/query/v1/suiteql?limit=${limit}&offset=${offset}`;

test('a page has links and counts, and its items have empty links of their own', async () => {
  const { status, body } = await netsuite.query(
    "SELECT id, companyname, vatregnumber, externalid, isinactive, BUILTIN.DF(currency) AS currency FROM customer WHERE vatregnumber = 'DE316094827' ORDER BY id",
  );
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      links: [{ rel: 'self', href: url(1000, 0) }],
      count: 1,
      hasMore: false,
      items: [
        {
          links: [],
          id: '5012',
          companyname: 'Isartal Biotech GmbH',
          vatregnumber: 'DE316094827',
          isinactive: 'F',
          currency: 'Euro',
        },
      ],
      offset: 0,
      totalResults: 1,
    },
  });
});

test('limit and offset page through the rows, and the links lead to the next page', async () => {
  const { body } = await netsuite.query('SELECT id FROM customer ORDER BY id', '?limit=5&offset=5');
  expect(body).toEqual({
    links: [
      { rel: 'first', href: url(5, 0) },
      { rel: 'previous', href: url(5, 0) },
      { rel: 'next', href: url(5, 10) },
      { rel: 'last', href: url(5, 10) },
      { rel: 'self', href: url(5, 5) },
    ],
    count: 5,
    hasMore: true,
    items: ['5012', '5013', '5014', '5015', '5016'].map((id) => ({ links: [], id })),
    offset: 5,
    totalResults: 12,
  });
});

test('without ORDER BY the pages do not fit together', async () => {
  const read = async (text: string): Promise<string[]> => {
    const pages = await Promise.all(['?limit=6', '?limit=6&offset=6'].map((page) => netsuite.query(text, page)));
    return pages.flatMap((each) => (each.body as { items: { id: string }[] }).items.map(({ id }) => id));
  };
  expect(new Set(await read('SELECT id FROM customer ORDER BY id')).size).toBe(12);
  expect(new Set(await read('SELECT id FROM customer')).size).toBe(11);
});

test('the primary subsidiary of a customer is in a table of its own', async () => {
  const columns = 'c.id, s.subsidiary, BUILTIN.DF(s.subsidiary) AS name, s.isprimarysub';
  const join = 'customer c JOIN customersubsidiaryrelationship s ON s.entity = c.id';
  const { body } = await netsuite.query(
    `SELECT ${columns} FROM ${join} WHERE c.externalid LIKE 'SF-%TIAQ' ORDER BY c.id`,
  );
  expect((body as { items: unknown }).items).toEqual([
    { links: [], id: '5015', subsidiary: '4', name: 'HP-US', isprimarysub: 'T' },
  ]);
  const refused = await netsuite.query('SELECT subsidiary FROM customer');
  expect({ status: refused.status, body: refused.body }).toEqual({
    status: 400,
    body: {
      type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1',
      title: 'Bad Request',
      status: 400,
      'o:errorDetails': [
        {
          detail:
            "Invalid search query. Detailed unprocessed description follows. Search error occurred: Unknown identifier 'subsidiary'. Available identifiers are: {customer=customer}",
          'o:errorQueryParam': 'q',
          'o:errorCode': 'INVALID_PARAMETER',
        },
      ],
    },
  });
});

test('rows changed since an instant can be selected', async () => {
  netsuite.system.context.clock.advance(90_000);
  await netsuite.call('PATCH', 'record/v1/customer/5009', { phone: '0117 496 0000' });
  const format = `'YYYY-MM-DD"T"HH24:MI:SS'`;
  const { body } = await netsuite.query(
    `SELECT id, TO_CHAR(lastmodifieddate, ${format}) AS changed FROM customer WHERE lastmodifieddate > TO_TIMESTAMP('2026-11-23T09:00:00', ${format}) ORDER BY lastmodifieddate, id`,
  );
  expect((body as { items: unknown }).items).toEqual([{ links: [], id: '5009', changed: '2026-11-23T09:01:30' }]);
});

test.each([
  ['limit', '?limit=1001', 1000],
  ['limit', '?limit=0', 1000],
  ['offset', '?offset=-1', 100_000],
])('%s out of bounds is refused (%s)', async (name, page, max) => {
  const value = page.split('=')[1];
  const answer = await netsuite.query('SELECT id FROM term ORDER BY id', page);
  expect(answer).toMatchObject({
    status: 400,
    body: {
      'o:errorDetails': [
        {
          detail: `Invalid value '${value}' for the query parameter '${name}'. Provide an integer between ${name === 'limit' ? 1 : 0} and ${max}.`,
          'o:errorQueryParam': name,
          'o:errorCode': 'INVALID_PARAMETER',
        },
      ],
    },
  });
});

test('an offset between two pages is refused', async () => {
  expect(await netsuite.query('SELECT id FROM term ORDER BY id', '?limit=2&offset=3')).toMatchObject({
    status: 400,
    body: {
      'o:errorDetails': [
        {
          detail: "Invalid value '3' for the query parameter 'offset'. The offset must be divisible by the limit.",
          'o:errorQueryParam': 'offset',
        },
      ],
    },
  });
});

test('the header Prefer: transient is mandatory', async () => {
  const url = `${netsuite.system.url}/services/rest/query/v1/suiteql`;
  const response = await fetch(url, {
    method: 'POST',
    headers: netsuite.sign('POST', url),
    body: JSON.stringify({ q: 'SELECT id FROM term' }),
  });
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 400,
    body: {
      type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1',
      title: 'Bad Request',
      status: 400,
      'o:errorDetails': [
        {
          detail:
            "The required request header 'Prefer' is missing or its value is invalid. Set the header to 'Prefer: transient'.",
          'o:errorHeader': 'Prefer',
          'o:errorCode': 'INVALID_HEADER',
        },
      ],
    },
  });
});

test('a body without query is refused', async () => {
  expect(await netsuite.call('POST', 'query/v1/suiteql', {})).toMatchObject({
    status: 400,
    body: { 'o:errorDetails': [{ 'o:errorQueryParam': 'q', 'o:errorCode': 'INVALID_PARAMETER' }] },
  });
});
