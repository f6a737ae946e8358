import { RECORD_TYPES } from '../records/record-types.ts';
import type { RecordTypeName } from '../records/field-types.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredValues } from '../records/stored-record.ts';

/** Set-up lists of the account by fixed internal id. */
const LISTS: Partial<Record<RecordTypeName, Readonly<Record<string, StoredValues>>>> = {
  currency: {
    1: { name: 'British Pound', symbol: 'GBP', exchangeRate: 1, isBaseCurrency: true, currencyPrecision: { id: '2' } },
    2: { name: 'US Dollar', symbol: 'USD', exchangeRate: 0.78, currencyPrecision: { id: '2' } },
    3: { name: 'Euro', symbol: 'EUR', exchangeRate: 0.84, currencyPrecision: { id: '2' } },
    4: { name: 'Swiss Franc', symbol: 'CHF', exchangeRate: 0.9, currencyPrecision: { id: '2' } },
  },
  subsidiary: {
    1: { name: 'Halden & Pike Group', country: { id: 'GB' }, currency: { id: '1' } },
    2: { name: 'HP-UK', country: { id: 'GB' }, currency: { id: '1' }, parent: { id: '1' } },
    3: { name: 'HP-DE', country: { id: 'DE' }, currency: { id: '3' }, parent: { id: '1' } },
    4: { name: 'HP-US', country: { id: 'US' }, currency: { id: '2' }, parent: { id: '1' } },
  },
  term: {
    1: { name: 'Net 14', daysUntilNetDue: 14 },
    2: { name: 'Net 30', daysUntilNetDue: 30 },
    3: { name: 'Net 45', daysUntilNetDue: 45 },
    4: { name: 'Net 60', daysUntilNetDue: 60 },
  },
  department: {
    1: { name: 'Delivery' },
    2: { name: 'Sales' },
    3: { name: 'Finance' },
  },
  classification: {
    1: { name: 'Strategy' },
    2: { name: 'Technology' },
    3: { name: 'Design' },
    4: { name: 'Operations' },
  },
  location: {
    1: { name: 'UK & Ireland' },
    2: { name: 'DACH' },
    3: { name: 'North America' },
  },
  salesTaxItem: {
    11: { itemId: 'VAT_GB:S-GB', description: 'Standard rate, United Kingdom', rate: 20, subsidiary: { id: '2' } },
    12: {
      itemId: 'VAT_GB:RC-EU',
      description: 'Reverse charge, outside United Kingdom',
      rate: 0,
      subsidiary: { id: '2' },
    },
    21: { itemId: 'VAT_DE:S-DE', description: 'Standard rate, Germany', rate: 19, subsidiary: { id: '3' } },
    22: { itemId: 'VAT_DE:RC-EU', description: 'Reverse charge, outside Germany', rate: 0, subsidiary: { id: '3' } },
    31: {
      itemId: '-Not Taxable-',
      description: 'Professional services, United States',
      rate: 0,
      subsidiary: { id: '4' },
    },
    32: { itemId: 'NY-SALES', description: 'Sales tax, New York', rate: 8.875, subsidiary: { id: '4' } },
    33: { itemId: 'CA-SALES', description: 'Sales tax, California', rate: 7.25, subsidiary: { id: '4' } },
  },
  serviceSaleItem: {
    301: service('PARTNER', 'Partner services'),
    302: service('PRINCIPAL', 'Principal services'),
    303: service('SENIOR', 'Senior consultant services'),
    304: service('CONSULTANT', 'Consultant services'),
    305: service('ANALYST', 'Analyst services'),
    306: service('ARCHITECT', 'Architect services'),
    307: service('ENGINEER', 'Engineer services'),
    308: service('DESIGNER', 'Designer services'),
    309: service('PM', 'Project management services'),
    310: service('FIXED-FEE', 'Fixed fee services'),
    311: service('RETAINER', 'Retainer services'),
    312: service('MILESTONE', 'Milestone services'),
    313: { ...service('LEGACY-DAY', 'Day rate, replaced in 2024'), isInactive: true },
  },
};

function service(code: string, name: string): StoredValues {
  return { itemId: code, displayName: name, description: name, externalId: `ITEM-${code}`, isFulfillable: false };
}

export function seedLists(store: RecordStore): void {
  for (const [type, records] of Object.entries(LISTS)) {
    for (const [id, values] of Object.entries(records)) {
      store.insert(RECORD_TYPES[type as RecordTypeName], { isInactive: false, ...values }, id);
    }
  }
}
