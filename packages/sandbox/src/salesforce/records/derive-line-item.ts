import { refusal } from '../salesforce-error.ts';
import { opportunity } from '../schema/opportunity.ts';
import { pricebookEntry, product2 } from '../schema/product.ts';
import type { Input } from './read-input.ts';
import type { FieldValue, SObject } from './sobject.ts';
import { numberOf, recordsOf } from './sobject.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * The price book entry gives product, list price and currency. The total is quantity times price, or the price is the
 * total divided by the quantity.
 */
export function deriveLineItem(unit: UnitOfWork, record: SObject, input: Input, before: SObject | null): SObject {
  const parent = recordsOf(unit.state, opportunity).get(String(record['OpportunityId']));
  const withProduct = before === null ? { ...record, ...productOf(unit, record, parent) } : record;
  return {
    ...withProduct,
    ...pricesOf(withProduct, input, before),
    CurrencyIsoCode: parent?.['CurrencyIsoCode'] ?? record['CurrencyIsoCode'] ?? null,
  };
}

function productOf(unit: UnitOfWork, record: SObject, parent: SObject | undefined): SObject {
  const entry = findEntry(unit, record, parent);
  if (entry === undefined) {
    throw refusal(400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [PricebookEntryId]', [
      'PricebookEntryId',
    ]);
  }
  if (parent !== undefined && entry['CurrencyIsoCode'] !== parent['CurrencyIsoCode']) {
    const message =
      'field integrity exception: PricebookEntryId (pricebook entry currency code does not match opportunity currency code)';
    throw refusal(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['PricebookEntryId']);
  }
  if (typeof parent?.['Pricebook2Id'] === 'string' && parent['Pricebook2Id'] !== entry['Pricebook2Id']) {
    const message =
      'field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook than the one assigned to the opportunity)';
    throw refusal(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['PricebookEntryId']);
  }
  const product = recordsOf(unit.state, product2).get(String(entry['Product2Id']));
  return {
    PricebookEntryId: entry['Id'] ?? null,
    Product2Id: entry['Product2Id'] ?? null,
    ProductCode: product?.['ProductCode'] ?? null,
    Name: [parent?.['Name'], product?.['Name']].filter(Boolean).join(' '),
    ListPrice: entry['UnitPrice'] ?? null,
    Role_Code__c: record['Role_Code__c'] ?? product?.['Role_Code__c'] ?? null,
  };
}

/** Finds the price by the entry itself, or by product and the opportunity's currency. */
function findEntry(unit: UnitOfWork, record: SObject, parent: SObject | undefined): SObject | undefined {
  const entries = recordsOf(unit.state, pricebookEntry);
  if (typeof record['PricebookEntryId'] === 'string') {
    const entry = entries.get(record['PricebookEntryId']);
    if (entry === undefined)
      throw refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['PricebookEntryId']);
    return entry;
  }
  return entries.find(
    (each) =>
      each['Product2Id'] === record['Product2Id'] &&
      each['CurrencyIsoCode'] === parent?.['CurrencyIsoCode'] &&
      each['IsDeleted'] === false,
  );
}

function pricesOf(
  record: SObject,
  input: Input,
  before: SObject | null,
): { UnitPrice: FieldValue; TotalPrice: FieldValue } {
  const unitPrice = input['UnitPrice'] ?? null;
  const totalPrice = input['TotalPrice'] ?? null;
  if (unitPrice !== null && totalPrice !== null) {
    const message = 'field integrity exception: unknown (only one of unit price or total price may be specified)';
    throw refusal(400, 'FIELD_INTEGRITY_EXCEPTION', message, []);
  }
  if (before === null && unitPrice === null && totalPrice === null) {
    throw refusal(
      400,
      'FIELD_INTEGRITY_EXCEPTION',
      'field integrity exception: unknown (must specify unit price or total price)',
      [],
    );
  }
  const quantity = numberOf(record['Quantity']);
  if (totalPrice !== null) {
    const perUnit = quantity === 0 ? 0 : Number((numberOf(totalPrice) / quantity).toFixed(2));
    return { UnitPrice: perUnit, TotalPrice: totalPrice };
  }
  const price = unitPrice ?? record['UnitPrice'] ?? null;
  return { UnitPrice: price, TotalPrice: Number((quantity * numberOf(price)).toFixed(2)) };
}

export function derivePricebookEntry(unit: UnitOfWork, record: SObject): SObject {
  const product = recordsOf(unit.state, product2).get(String(record['Product2Id']));
  return { ...record, Name: product?.['Name'] ?? null, ProductCode: product?.['ProductCode'] ?? null };
}
