import { describe, expect, it } from 'vitest';
import { maskPersonalData } from './mask-personal-data.ts';

const record = {
  account: {
    Name: 'Pelham Retail Holdings',
    BillingStreet: '14 Harbour Road',
    BillingCity: 'Bristol',
    BillingPostalCode: 'BS1 5TY',
    BillingCountry: 'GB',
    VAT_Number__c: 'GB123456789',
    Phone: '+44 117 496 0123',
    CurrencyIsoCode: 'GBP',
    Tax_Code__c: 'VAT-20',
  },
  contacts: [
    { Id: '003A', FirstName: 'Eleanor', LastName: 'Marsh', Name: 'Eleanor Marsh', Email: 'eleanor.marsh@pelham.co.uk' },
    { Id: '003B', FirstName: 'Rajan', LastName: 'Mehta', Name: 'Rajan Mehta', Email: 'rajan@pelham.co.uk' },
  ],
  roles: [{ role: 'Buyer', who: 'eleanor.marsh@pelham.co.uk', sponsor: 'Rajan Mehta' }],
  note: 'Send it to eleanor.marsh@pelham.co.uk by Friday.',
  bank: { iban: 'GB82 WEST 1234 5698 7654 32' },
  amount: 254_300.5,
};

describe('masking a sample', () => {
  const { value, fields } = maskPersonalData(record);
  const text = JSON.stringify(value);

  it('changes every e-mail, phone, person, address, tax and bank number', () => {
    const personal = [
      'eleanor',
      'rajan',
      'marsh',
      'mehta',
      'pelham.co.uk',
      'harbour',
      'bristol',
      'BS1 5TY',
      '123456789',
      '496 0123',
      '1234 5698',
    ];
    expect(personal.filter((each) => text.toLowerCase().includes(each.toLowerCase()))).toEqual([]);
  });

  it('keeps data that is not personal: the company, codes, ids, country and amounts', () => {
    expect(value).toMatchObject({
      account: { Name: 'Pelham Retail Holdings', BillingCountry: 'GB', CurrencyIsoCode: 'GBP', Tax_Code__c: 'VAT-20' },
      contacts: [{ Id: '003A' }, { Id: '003B' }],
      roles: [{ role: 'Buyer' }],
      amount: 254_300.5,
    });
  });

  it('keeps formats, so that the mapping still works', () => {
    expect(value).toMatchObject({
      account: {
        BillingPostalCode: expect.stringMatching(/^[A-Z]{2}\d \d[A-Z]{2}$/),
        VAT_Number__c: expect.stringMatching(/^GB\d{9}$/),
        Phone: expect.stringMatching(/^\+44 \d{3} \d{3} \d{4}$/),
        BillingStreet: expect.stringMatching(/^\d{2} [A-Z][a-z]+ [A-Z][a-z]+$/),
      },
      contacts: [
        {
          Email: expect.stringMatching(/^[a-z.]+@[a-z]+\.example$/),
          FirstName: expect.stringMatching(/^[A-Z][a-z]+$/),
        },
        {},
      ],
      bank: { iban: expect.stringMatching(/^GB\d{2} [A-Z]{4} \d{4} \d{4} \d{4} \d{2}$/) },
    });
    expect(isValidIban((value as typeof record).bank.iban)).toBe(true);
  });

  it('gives equal values equal replacements, so that joins still work', () => {
    const masked = value as typeof record;
    expect(masked.roles[0]?.who).toBe(masked.contacts[0]?.Email);
    expect(masked.roles[0]?.sponsor).toBe(masked.contacts[1]?.Name);
    expect(masked.contacts[0]?.Name).toBe(`${masked.contacts[0]?.FirstName} ${masked.contacts[0]?.LastName}`);
    expect(masked.note).toContain(masked.contacts[0]?.Email);
    expect(masked.contacts[0]?.Email.split('@')[1]).toBe(masked.contacts[1]?.Email.split('@')[1]);
    expect(maskPersonalData(record).value).toEqual(value);
  });

  it('lists each field once with its kind, before anything is saved', () => {
    expect(fields.map(({ field, kind }) => [field, kind])).toEqual([
      ['account.BillingStreet', 'address'],
      ['account.BillingCity', 'address'],
      ['account.BillingPostalCode', 'postal code'],
      ['account.VAT_Number__c', 'tax number'],
      ['account.Phone', 'phone'],
      ['contacts[].FirstName', 'name'],
      ['contacts[].LastName', 'name'],
      ['contacts[].Name', 'name'],
      ['contacts[].Email', 'e-mail'],
      ['roles[].who', 'e-mail'],
      ['note', 'e-mail'],
      ['bank.iban', 'bank number'],
    ]);
  });

  it('keeps a field that a person chose to keep, and only that field', () => {
    const kept = maskPersonalData(record, new Set(['account.VAT_Number__c'])).value;
    expect(kept).toEqual({
      ...(value as typeof record),
      account: { ...(value as typeof record).account, VAT_Number__c: 'GB123456789' },
    });
  });
});

it.each(['NetSuite customer', { taxCode: 'VAT-20', name: 'Quay Ltd', city: null }, null, 7, []])(
  'finds nothing personal in %j',
  (sample) => {
    const { value, fields } = maskPersonalData(sample);
    expect({ value, fields }).toEqual({ value: sample, fields: [] });
  },
);

it('masks numbers in fields named as phone, tax or bank numbers, and no other numbers', () => {
  const { value, fields } = maskPersonalData({ phone: 442079460958, taxId: 123456789, quantity: 442079460958, zip: 7 });
  const { phone, taxId, ...rest } = value as Record<'phone' | 'taxId' | 'quantity' | 'zip', number>;
  // Equal numbers stay equal, whatever the names of their fields.
  expect(rest).toEqual({ quantity: phone, zip: 7 });
  expect([phone, taxId].map((number) => String(number).length)).toEqual([12, 9]);
  expect([phone, taxId]).not.toEqual([442079460958, 123456789]);
  expect(fields.map(({ field, kind }) => [field, kind])).toEqual([
    ['phone', 'phone'],
    ['taxId', 'tax number'],
  ]);
});

it('masks a phone number and an address in the same free text', () => {
  const { value, fields } = maskPersonalData({ note: 'Ring +44 117 496 0123 or write to e.marsh@pelham.co.uk.' });
  expect(value).toEqual({
    note: expect.stringMatching(/^Ring \+44 \d{3} \d{3} \d{4} or write to [a-z.]+@[a-z]+\.example\.$/) as string,
  });
  expect(JSON.stringify(value)).not.toContain('496 0123');
  expect(fields).toHaveLength(1);
});

it('masks a text about the record like the record itself', () => {
  const { value, maskedText } = maskPersonalData(record);
  const [eleanor] = (value as typeof record).contacts;
  expect(maskedText('Eleanor Marsh, eleanor.marsh@pelham.co.uk, deal 7')).toBe(
    `${eleanor?.Name}, ${eleanor?.Email}, deal 7`,
  );
});

function isValidIban(iban: string): boolean {
  const plain = iban.replaceAll(' ', '');
  const digits = (plain.slice(4) + plain.slice(0, 4)).replaceAll(/[A-Z]/g, (each) => String(each.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
