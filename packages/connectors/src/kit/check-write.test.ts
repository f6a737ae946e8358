import type { WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { describe, expect, it } from 'vitest';
import { connectorCatalog } from '../catalog.ts';
import { checkWrite } from './check-write.ts';

const manifest: ConnectorManifest = connectorCatalog.netsuite;
const rules = { manifest, isCustomField: (name: string) => name.startsWith('custentity_') };
const identity = { by: 'external-id', value: 'K-1' } as const;
const customer = { companyName: 'Acme', subsidiary: { id: '2' } };
const check = (request: Partial<WriteRequest>) => {
  try {
    checkWrite({ object: 'customer', operation: 'upsert', identity, record: customer, ...request }, rules);
    return 'fine';
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return [error.class, error.message, [...error.fields]];
  }
};

describe('checkWrite', () => {
  it('accepts a good record, custom fields, and fields that are cleared', () => {
    expect(check({ record: { ...customer, custentity_x: 1, phone: null } })).toBe('fine');
  });

  it('names every wrong field and says what is wrong, down into lists', () => {
    const record = {
      ...customer,
      isPerson: 'no',
      balance: 1,
      addressBook: { items: [{ label: 'HQ' }, { label: 7, nonsense: true }] },
    };
    expect(check({ record })).toEqual([
      'validation',
      'Customer: isPerson must be boolean, not string; addressBook.items[1].label must be string, not number; ' +
        'addressBook.items[1].nonsense is not a field of this object; balance is set by the system and cannot be written.',
      ['isPerson', 'addressBook.items[1].label', 'addressBook.items[1].nonsense', 'balance'],
    ]);
  });

  it('asks for required fields on create only', () => {
    expect(check({ record: { phone: '1' } })).toBe('fine');
    expect(check({ operation: 'create', record: { phone: '1' } })).toEqual([
      'validation',
      'Customer: companyName is required; subsidiary is required.',
      ['companyName', 'subsidiary'],
    ]);
  });

  it.each([
    [{ object: 'subsidiary' }, 'Subsidiary cannot be written with “upsert”.'],
    [{ identity: undefined }, '“upsert” of Customer needs an identity, or a repetition would make a second record.'],
    [{ operation: 'update' as const, identity: undefined }, '“update” of Customer needs an identity.'],
    [{ operation: 'delete' as const, identity: undefined }, '“delete” of Customer needs an identity.'],
    [{ record: undefined }, '“upsert” of Customer needs a record.'],
  ])('refuses %o', (request, message) => {
    expect(check(request)).toEqual(['validation', message, []]);
  });
});
