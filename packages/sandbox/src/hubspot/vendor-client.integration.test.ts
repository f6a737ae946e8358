import { Client } from '@hubspot/api-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSystem } from '../kit/start-system.ts';
import type { RunningSystem } from '../kit/start-system.ts';
import { changeSettings } from '../kit/settings.ts';
import { hubspot } from './hubspot-system.ts';

/** The vendor's own client decides whether the stand-in speaks as HubSpot does. */
let system: RunningSystem;
let client: Client;

beforeAll(async () => {
  system = await startSystem(hubspot, { log: (message) => console.error(message) });
});
afterAll(async () => await system.close());
beforeEach(() => {
  changeSettings(system.context.state, { requestsPerTenSeconds: 190, searchesPerSecond: 1000 });
  client = new Client({ accessToken: 'sandbox-hubspot-token', basePath: system.url, numberOfApiCallRetries: 0 });
});

const inputs = (...records: readonly (readonly [string, Record<string, string>])[]) => ({
  inputs: records.map(([id, properties], index) => ({
    id,
    idProperty: 'throughline_key',
    properties,
    objectWriteTraceId: `t${index}`,
  })),
});

describe('the vendor’s client', () => {
  it('creates, reads, changes and archives a record', async () => {
    const { companies } = client.crm;
    const made = await companies.basicApi.create({ properties: { name: 'Acme', city: 'Leeds' }, associations: [] });
    expect(made).toMatchObject({ properties: { name: 'Acme', city: 'Leeds' }, archived: false });
    expect(made.createdAt).toBeInstanceOf(Date);
    await companies.basicApi.update(made.id, { properties: { city: '' } });
    const read = await companies.basicApi.getById(made.id, ['city']);
    expect(read.properties).toMatchObject({ name: 'Acme', city: null, hs_object_id: made.id });
    await companies.basicApi.archive(made.id);
    await expect(companies.basicApi.getById(made.id)).rejects.toMatchObject({ code: 404 });
    const archived = await companies.basicApi.getPage(100, undefined, undefined, undefined, undefined, true);
    expect(archived.results.map(({ id, archived: isArchived }) => [id, isArchived])).toEqual([[made.id, true]]);
  });

  it('walks through a list', async () => {
    const first = await client.crm.products.basicApi.getPage(2, undefined, ['hs_sku']);
    const second = await client.crm.products.basicApi.getPage(2, first.paging?.next?.after);
    expect([...first.results, ...second.results].map(({ id }) => id)).toEqual(['1001', '1002', '1003', '1004']);
  });

  it('upserts by a unique property, and hears which records were new', async () => {
    const { batchApi } = client.crm.deals;
    const deal = { dealname: 'One', dealstage: 'contractsent', amount: '10.50' };
    const first = await batchApi.upsert(inputs(['K-1', deal]));
    const second = await batchApi.upsert(inputs(['K-1', { dealstage: 'closedwon' }], ['K-2', deal]));
    const facts = [...first.results, ...second.results].map((each) => [each.id === first.results[0]?.id, each._new]);
    expect(facts).toEqual([
      [true, true],
      [true, false],
      [false, true],
    ]);
    const won = await client.crm.deals.basicApi.getById(first.results[0]?.id ?? '', ['hs_is_closed_won', 'amount']);
    expect(won.properties).toMatchObject({ hs_is_closed_won: 'true', amount: '10.50' });
  });

  it('hears of single refusals beside what was written', async () => {
    const reply = await client.crm.deals.batchApi.upsert(
      inputs(
        ['K-3', { dealname: 'Good', dealstage: 'contractsent' }],
        ['K-4', { dealname: 'Bad', dealstage: 'nowhere' }],
      ),
    );
    expect(reply).toMatchObject({
      results: [{ properties: { dealname: 'Good' } }],
      numErrors: 1,
      errors: [{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['t1'] } }],
    });
  });

  it('refuses a whole batch where its inputs carry no trace ids', async () => {
    const properties = { dealname: 'Good', dealstage: 'contractsent' };
    const all = [
      { properties, associations: [] },
      { properties: { nope: '1' }, associations: [] },
    ];
    const create = client.crm.deals.batchApi.create({ inputs: all });
    await expect(create).rejects.toMatchObject({ code: 400, body: { category: 'VALIDATION_ERROR' } });
    const found = await client.crm.deals.searchApi.doSearch({ query: 'Good', limit: 5 });
    expect(found.results.map((each) => each.properties['dealname'])).toEqual(['Good']);
  });

  it('searches with filters, one sort and a window of 10,000', async () => {
    const search = (more: object) =>
      client.crm.deals.searchApi.doSearch({
        filterGroups: [{ filters: [{ propertyName: 'dealstage', operator: 'EQ', value: 'CLOSEDWON' }] }],
        sorts: [{ propertyName: 'hs_object_id', direction: 'DESCENDING' }],
        properties: ['dealstage'],
        limit: 1,
        ...more,
      } as never);
    const page = await search({});
    expect(page.total).toBeGreaterThan(1);
    expect(page.results.map((each) => each.properties['dealstage'])).toEqual(['closedwon']);
    const next = await search({ after: page.paging?.next?.after });
    expect(Number(next.results[0]?.id)).toBeLessThan(Number(page.results[0]?.id));
    await expect(search({ after: '9999', limit: 2 })).rejects.toMatchObject({ code: 400 });
    await expect(search({ limit: 201 })).rejects.toMatchObject({ code: 400 });
  });

  it('associates records and reads their ends', async () => {
    const { batchApi, basicApi } = client.crm.associations.v4;
    const [deal] = (await client.crm.deals.basicApi.getPage(1)).results;
    const lines = await basicApi.getPage('deals', deal?.id ?? '', 'line_items');
    expect(lines.results).toHaveLength(2);
    const [product] = (await client.crm.products.basicApi.getPage(1)).results;
    const line = await client.crm.lineItems.basicApi.create({
      properties: { hs_product_id: product?.id ?? '', quantity: '3' },
      associations: [
        {
          to: { id: deal?.id ?? '' },
          types: [{ associationCategory: 'HUBSPOT_DEFINED' as never, associationTypeId: 20 }],
        },
      ],
    });
    expect(line.properties).toMatchObject({ amount: '570', price: '190' });
    // A repetition changes nothing.
    await basicApi.createDefault('line_items', line.id, 'deals', deal?.id ?? '');
    const read = await batchApi.getPage('deals', 'line_items', { inputs: [{ id: deal?.id ?? '' }] });
    expect(read.results[0]?.to.map(({ toObjectId }) => toObjectId)).toContain(line.id);
    await basicApi.archive('deals', deal?.id ?? '', 'line_items', line.id);
    expect((await basicApi.getPage('deals', deal?.id ?? '', 'line_items')).results).toHaveLength(2);
  });

  it('reads owners, pipelines and properties', async () => {
    const owners = await client.crm.owners.ownersApi.getPage('henry.pike@haldenpike.example');
    expect(owners.results.map(({ lastName, userId }) => [lastName, userId])).toEqual([['Pike', 9002]]);
    const { results } = await client.crm.pipelines.pipelinesApi.getAll('deals');
    expect(results[0]?.stages.filter(({ metadata }) => metadata?.['isClosed'] === 'true').map(({ id }) => id)).toEqual([
      'closedwon',
      'closedlost',
    ]);
    const all = await client.crm.properties.coreApi.getAll('companies');
    const key = all.results.find(({ name }) => name === 'throughline_key');
    expect(key).toMatchObject({ hasUniqueValue: true, hubspotDefined: false });
  });

  it('is told when a limit is used up, and what is left of it', async () => {
    const reply = await fetch(`${system.url}/crm/v3/owners`, {
      headers: { authorization: 'Bearer sandbox-hubspot-token' },
    });
    const left = Number(reply.headers.get('x-hubspot-ratelimit-remaining'));
    expect(left).toBeLessThan(190);
    changeSettings(system.context.state, { requestsPerTenSeconds: 190 - left });
    await expect(client.crm.owners.ownersApi.getPage()).rejects.toMatchObject({
      code: 429,
      body: { errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' },
    });
  });

  it('is refused with a wrong token', async () => {
    const stranger = new Client({ accessToken: 'wrong', basePath: system.url });
    await expect(stranger.crm.owners.ownersApi.getPage()).rejects.toMatchObject({
      code: 401,
      body: { category: 'INVALID_AUTHENTICATION' },
    });
  });
});
