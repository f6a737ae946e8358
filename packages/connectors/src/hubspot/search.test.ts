import { expect, it } from 'vitest';
import { hubspotManifest } from './manifest.ts';
import type { RowQuery } from '../kit/session/row-query.ts';
import { fits, toSearch } from './search.ts';

const { deals } = hubspotManifest.objects;
const schema = { properties: { id: {}, dealId: {}, dealname: {}, amount: {} } };
const bodyOf = (query: Partial<RowQuery>) =>
  toSearch(deals, { where: [], order: 'id', pageSize: 50, ...query }, schema, 'hs_lastmodifieddate').body;

it('says what is wanted in the vendor’s filters', () => {
  const body = bodyOf({
    where: [
      { test: 'equals', field: 'id', value: '7' },
      { test: 'equals', field: 'amount', value: null },
      { test: 'contains', field: 'dealname', text: '100% _done' },
    ],
    position: { after: '12' },
  });
  expect(body).toEqual({
    filterGroups: [
      {
        filters: [
          { propertyName: 'hs_object_id', operator: 'EQ', value: '7' },
          { propertyName: 'amount', operator: 'NOT_HAS_PROPERTY' },
          { propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: '*done*' },
          { propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: '*100*' },
          { propertyName: 'hs_object_id', operator: 'GT', value: '12' },
        ],
      },
    ],
    sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
    properties: ['dealname', 'amount'],
    limit: 50,
  });
});

it('leaves room in a group of six filters, however many words a name has', () => {
  const text = 'the House at the end of a very long Street';
  const body = bodyOf({ where: [{ test: 'contains', field: 'dealname', text }], position: { after: '12' } });
  const word = (value: string) => ({ propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value });
  expect(body).toMatchObject({
    filterGroups: [
      {
        filters: [
          word('*Street*'),
          word('*House*'),
          word('*very*'),
          word('*long*'),
          { propertyName: 'hs_object_id', operator: 'GT', value: '12' },
        ],
      },
    ],
  });
});

it('begins changes at an instant, by the time of the last change', () => {
  const where = [{ test: 'not-before', field: 'hs_lastmodifieddate', at: '1970-01-01T00:00:01.000Z' }] as const;
  expect(bodyOf({ where, order: 'mark', position: { after: '100' } })).toMatchObject({
    filterGroups: [{ filters: [{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: '1000' }] }],
    sorts: [{ propertyName: 'hs_lastmodifieddate', direction: 'ASCENDING' }],
  });
});

it('compares exactly what a search compares loosely', () => {
  const row = { id: '7', properties: { dealname: 'Quay 100% _done', amount: '1250.50', closed: null } };
  const is = (field: string, value: string | number | null) => fits(row, { where: [{ test: 'equals', field, value }] });
  const has = (text: string) => fits(row, { where: [{ test: 'contains', field: 'dealname', text }] });
  expect([is('dealname', 'quay 100% _done'), is('dealname', 'Quay 100% _done'), is('id', '7')]).toEqual([
    false,
    true,
    true,
  ]);
  expect([is('amount', 1250.5), is('amount', '1250.5'), is('amount', 1250), is('closed', null)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect([has('100% _DONE'), has('100 done')]).toEqual([true, false]);
});
