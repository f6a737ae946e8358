import type { SObject } from '../records/sobject.ts';
import { recordsOf } from '../records/sobject.ts';
import type { UnitOfWork } from '../records/unit-of-work.ts';
import { createRecord } from '../records/write-record.ts';
import { makeId } from '../ids.ts';
import { pricebook2, pricebookEntry, product2, user } from '../schema/product.ts';
import { seedUsers } from './people-list.ts';
import { priceIn, seedCurrencies, seedProducts } from './product-list.ts';

/** Users cannot be created through the API here, so they are put in as they are. */
export function seedUserRecords(unit: UnitOfWork): void {
  for (const [firstName, lastName, email, title] of seedUsers) {
    const id = makeId(user.keyPrefix, unit.state.next(`id:${user.keyPrefix}`));
    const blank = Object.fromEntries(user.fields.map((field) => [field.name, field.defaultValue]));
    recordsOf(unit.state, user).insert(id, {
      ...blank,
      Id: id,
      Username: email,
      FirstName: firstName,
      LastName: lastName,
      Name: `${firstName} ${lastName}`,
      Email: email,
      Title: title,
      IsActive: true,
      TimeZoneSidKey: 'Europe/London',
      CurrencyIsoCode: 'GBP',
      CreatedDate: unit.now,
      CreatedById: unit.userId,
      LastModifiedDate: unit.now,
      LastModifiedById: unit.userId,
      SystemModstamp: unit.now,
    });
  }
}

/** Standard price book, products, and an entry per product and currency. */
export function seedCatalogue(unit: UnitOfWork): void {
  const book = createRecord(unit, pricebook2, { Name: 'Standard Price Book', IsActive: true });
  recordsOf(unit.state, pricebook2).update(String(book['Id']), { IsStandard: true });
  for (const { code, name, family, role, price } of seedProducts) {
    const product = createRecord(unit, product2, {
      Name: name,
      ProductCode: code,
      Family: family,
      Role_Code__c: role,
      IsActive: true,
    });
    for (const currency of seedCurrencies) {
      createRecord(unit, pricebookEntry, {
        Pricebook2Id: book['Id'],
        Product2Id: product['Id'],
        CurrencyIsoCode: currency,
        UnitPrice: priceIn(currency, price),
        IsActive: true,
      });
    }
  }
}

/** The price book entry of a product in a currency. */
export function findEntry(unit: UnitOfWork, productCode: string, currency: string): SObject {
  const entry = recordsOf(unit.state, pricebookEntry).find(
    (each) => each['ProductCode'] === productCode && each['CurrencyIsoCode'] === currency,
  );
  if (entry === undefined) throw new Error(`The seed has no price of ${productCode} in ${currency}.`);
  return entry;
}
