import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNetSuite } from '../../testing/netsuite/open-netsuite.ts';
import type { Answer, OpenNetSuite } from '../../testing/netsuite/open-netsuite.ts';

let netsuite: OpenNetSuite;
let rest: string;
beforeEach(async () => {
  netsuite = await openNetSuite();
  rest = `${netsuite.system.url}/services/rest`;
});
afterEach(async () => await netsuite.close());

const ASYNC = { prefer: 'respond-async', 'content-type': 'application/vnd.oracle.resource+json; type=collection' };

/** netsuite-rest overwrites Prefer whenever there is a body, so the client signs a batch and fetch sends it. */
async function batch(method: string, path: string, body: unknown, more: Record<string, string> = {}): Promise<Answer> {
  const url = `${rest}/${path}`;
  const response = await fetch(url, {
    method,
    headers: { ...netsuite.sign(method, url), ...ASYNC, ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? null : (JSON.parse(text) as unknown),
    location: response.headers.get('location') ?? undefined,
    headers: {},
  };
}

/** What each task of a job answered, in order. */
async function results(job: string | undefined): Promise<Answer[]> {
  const path = job?.replace(`${rest}/`, '') ?? '';
  const { body } = await netsuite.call('GET', `${path}/task`);
  const { items } = body as { items: readonly { id: string }[] };
  const answers: Answer[] = [];
  for (const { id } of items) answers.push(await netsuite.call('GET', `${path}/task/${id}/result`));
  return answers;
}
const statuses = async (job: string | undefined) => (await results(job)).map((each) => each.status);
const customer = (companyName: string, more: object = {}) => ({ companyName, subsidiary: { id: '2' }, ...more });

test('a batch is accepted, its job is complete, and each record has a task of its own', async () => {
  const items = [customer('One', { externalId: 'B-1' }), customer(''), customer('Three')];
  const accepted = await batch('POST', 'record/v1/customer', { items });
  expect([accepted.status, accepted.location]).toEqual([202, `${rest}/async/v1/job/1`]);
  const self = `${rest}/async/v1/job/1`;
  expect((await netsuite.call('GET', 'async/v1/job/1')).body).toEqual({
    links: [{ rel: 'self', href: self }],
    completed: true,
    id: '1',
    progress: 'succeeded',
    task: { links: [{ rel: 'self', href: `${self}/task` }] },
  });
  const [first, second, third] = await results(accepted.location);
  expect([first?.status, first?.location]).toEqual([204, `${rest}/record/v1/customer/5019`]);
  expect([second?.status, second?.body]).toEqual([
    400,
    {
      type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1',
      title: 'Bad Request',
      status: 400,
      'o:errorDetails': [
        {
          detail: 'Error while accessing a resource. Please enter value(s) for: Company Name',
          'o:errorCode': 'USER_ERROR',
        },
      ],
    },
  ]);
  expect([third?.status, third?.location]).toEqual([204, `${rest}/record/v1/customer/5020`]);
  expect((await netsuite.call('GET', 'async/v1/job/1/task/2')).body).toMatchObject({ id: '2', progress: 'failed' });
  expect((await netsuite.call('GET', 'async/v1/job/1/task/4')).status).toBe(404);
});

test('PUT upserts by external id, PATCH changes, DELETE removes', async () => {
  await batch('PUT', 'record/v1/customer', { items: [customer('One', { externalId: 'B-1' })] });
  await batch('PUT', 'record/v1/customer', { items: [customer('One again', { externalId: 'B-1' })] });
  await batch('PATCH', 'record/v1/customer', { items: [{ id: '5019', phone: '1' }] });
  const read = await netsuite.call('GET', 'record/v1/customer/eid:B-1?fields=id,companyName,phone');
  expect(read.body).toMatchObject({ id: '5019', companyName: 'One again', phone: '1' });
  const removed = await batch('DELETE', 'record/v1/customer?ids=5019,77', undefined);
  expect(await statuses(removed.location)).toEqual([204, 404]);
});

test('an idempotency key works once; later uses point to the first job', async () => {
  const key = { 'X-NetSuite-Idempotency-Key': 'cac827ea-3543-4cda-add2-bae634326c27' };
  const items = [customer('One')];
  const first = await batch('POST', 'record/v1/customer', { items }, key);
  const second = await batch('POST', 'record/v1/customer', { items }, key);
  expect([first.status, second.status, second.location]).toEqual([202, 400, first.location]);
  expect(second.body).toMatchObject({ 'o:errorDetails': [{ 'o:errorCode': 'IDEMPOTENCY_ERROR' }] });
  const count = await netsuite.query("SELECT COUNT(*) AS n FROM customer WHERE companyname = 'One'");
  expect(count.body).toMatchObject({ items: [{ n: '1' }] });
});

test('a synchronous call ignores the key, so two calls make two records', async () => {
  const key = { 'X-NetSuite-Idempotency-Key': 'cac827ea-3543-4cda-add2-bae634326c27' };
  await netsuite.call('POST', 'record/v1/customer', customer('Twin'), key);
  await netsuite.call('POST', 'record/v1/customer', customer('Twin'), key);
  const count = await netsuite.query("SELECT COUNT(*) AS n FROM customer WHERE companyname = 'Twin'");
  expect(count.body).toMatchObject({ items: [{ n: '2' }] });
});

test('a fault makes chosen records of a batch fail', async () => {
  netsuite.system.context.faults.add({ kind: 'partial-batch', indexes: [1] });
  const { location } = await batch('POST', 'record/v1/customer', { items: [customer('One'), customer('Two')] });
  const [good, bad] = await results(location);
  expect(good?.status).toBe(204);
  expect(bad).toMatchObject({
    status: 400,
    body: { 'o:errorDetails': [{ 'o:errorCode': 'RCRD_HAS_BEEN_CHANGED' }] },
  });
});

test.each([
  [
    'more than 100 records',
    { items: Array.from({ length: 101 }, () => customer('X')) },
    'A batch may hold at most 100 records.',
  ],
  ['no items', {}, "A collection needs 'items'."],
])('%s are refused', async (_title, body, sentence) => {
  expect(await batch('PUT', 'record/v1/customer', body)).toMatchObject({
    status: 400,
    body: { 'o:errorDetails': [{ detail: `Invalid content in the request body. ${sentence}` }] },
  });
});

test('one record can be written asynchronously; the result is what the call would have answered', async () => {
  const single = { 'content-type': 'application/json' };
  const good = await batch('POST', 'record/v1/customer', customer('Solo'), single);
  const path = `${good.location?.replace(`${rest}/`, '')}/task/1/result`;
  const answer = await netsuite.call('GET', path);
  expect([answer.status, answer.location]).toEqual([204, `${rest}/record/v1/customer/5019`]);
  expect((await batch('PATCH', 'record/v1/customer', { items: [] }, { prefer: 'transient' })).body).toMatchObject({
    'o:errorDetails': [{ 'o:errorCode': 'INVALID_HEADER', 'o:errorHeader': 'Prefer' }],
  });
});

test('lists, reads, changes and queries can be asked for asynchronously too', async () => {
  const single = { 'content-type': 'application/json' };
  const list = await batch('GET', 'record/v1/customer?limit=2', undefined, single);
  const [answer] = await results(list.location);
  expect(answer).toMatchObject({ status: 200, body: { count: 2, hasMore: true } });
  const query = await batch(
    'POST',
    'query/v1/suiteql',
    { q: 'SELECT id FROM customer ORDER BY id' },
    {
      ...single,
      prefer: 'transient, respond-async',
    },
  );
  expect((await results(query.location))[0]).toMatchObject({ status: 200, body: { totalResults: 12 } });
  const changed = await batch('PATCH', 'record/v1/customer/5008', { phone: '1' }, single);
  const refused = await batch('DELETE', 'record/v1/customer/77', undefined, single);
  expect([list.status, changed.status, await statuses(changed.location), await statuses(refused.location)]).toEqual([
    202,
    202,
    [204],
    [404],
  ]);
});
