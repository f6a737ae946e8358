import { setting } from '../../kit/settings.ts';
import { SalesforceError, refusal } from '../salesforce-error.ts';
import { findType } from '../schema/catalog.ts';
import type { Field } from '../schema/field.ts';
import { opportunityLineItem } from '../schema/opportunity-line-item.ts';
import { pricebookEntry } from '../schema/product.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { sameText } from './read-input.ts';
import type { SObject } from './sobject.ts';
import { recordsOf } from './sobject.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Required fields, references, uniqueness and the org's validation rules, in the order the platform checks them. */
export function validateRecord(unit: UnitOfWork, type: SObjectType, record: SObject, changed: readonly string[]): void {
  requireFields(type, record);
  for (const field of type.fields.filter((each) => changed.includes(each.name))) {
    if (field.type === 'reference') checkReference(unit, field, record);
    if (field.isUnique) checkUnique(unit, type, field, record);
  }
  if (type.name === 'Opportunity' && changed.includes('CurrencyIsoCode')) checkLineCurrencies(unit, record);
  checkRules(unit, type, record);
}

/** A deal with a price book has the currency of the price book entries of its lines. */
function checkLineCurrencies(unit: UnitOfWork, deal: SObject): void {
  const isOther = recordsOf(unit.state, opportunityLineItem)
    .all()
    .some((line) => {
      const entry = recordsOf(unit.state, pricebookEntry).get(String(line['PricebookEntryId']));
      return (
        line['OpportunityId'] === deal['Id'] &&
        line['IsDeleted'] === false &&
        entry?.['CurrencyIsoCode'] !== deal['CurrencyIsoCode']
      );
    });
  if (!isOther) return;
  throw refusal(400, 'FIELD_INTEGRITY_EXCEPTION', 'the currency must match the price book entries of the products', [
    'CurrencyIsoCode',
  ]);
}

/** Fields that the platform fills in itself cannot be missing. */
function requireFields(type: SObjectType, record: SObject): void {
  const missing = type.fields
    .filter((field) => !field.isNillable && field.isCreateable && (record[field.name] ?? null) === null)
    .map((field) => field.name);
  if (missing.length === 0) return;
  throw refusal(400, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

function checkReference(unit: UnitOfWork, field: Field, record: SObject): void {
  const id = record[field.name];
  const target = field.referenceTo === null ? undefined : findType(field.referenceTo);
  if (typeof id !== 'string' || target === undefined) return;
  if (!id.startsWith(target.keyPrefix)) {
    throw refusal(400, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
  }
  const parent = recordsOf(unit.state, target).get(id);
  if (parent === undefined)
    throw refusal(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
  if (parent['IsDeleted'] === true) throw refusal(400, 'ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
}

function checkUnique(unit: UnitOfWork, type: SObjectType, field: Field, record: SObject): void {
  const value = record[field.name] ?? null;
  if (value === null) return;
  const other = recordsOf(unit.state, type).find(
    (each) => each['Id'] !== record['Id'] && each['IsDeleted'] === false && sameText(each[field.name], value),
  );
  if (other === undefined) return;
  throw refusal(
    400,
    'DUPLICATE_VALUE',
    `duplicate value found: ${field.name} duplicates value on record with id: ${String(other['Id'])}`,
    [],
  );
}

/** Validation rules an administrator of this org has set up. */
function checkRules(unit: UnitOfWork, type: SObjectType, record: SObject): void {
  if (type.name === 'Opportunity') {
    const { Project_Start__c: start, Project_End__c: end } = record;
    if (typeof start === 'string' && typeof end === 'string' && end < start) {
      throw refusal(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'The project end must not be before the project start.', [
        'Project_End__c',
      ]);
    }
  }
  if (type.name === 'Account') {
    refuseOwnAncestor(unit, type, record);
    if (setting(unit.state, 'accountDuplicateRule', 0) === 1) refuseDuplicate(unit, type, record);
  }
}

/** The standard duplicate rule, reduced to the same name or tax number; off unless the setting is 1. */
function refuseDuplicate(unit: UnitOfWork, type: SObjectType, record: SObject): void {
  const same = (each: SObject, name: string): boolean =>
    (record[name] ?? null) !== null && sameText(each[name], record[name] ?? null);
  const duplicate = recordsOf(unit.state, type).find(
    (each) =>
      each['Id'] !== record['Id'] && each['IsDeleted'] === false && (same(each, 'Name') || same(each, 'VAT_Number__c')),
  );
  if (duplicate !== undefined) throw duplicateDetected(type, duplicate);
}

/** The vendor spells the member that carries the match this way. */
function duplicateDetected(type: SObjectType, match: SObject): SalesforceError {
  const id = String(match['Id']);
  const record = { attributes: { type: type.name, url: `/services/data/v66.0/sobjects/${type.name}/${id}` }, Id: id };
  const duplicateResut = {
    allowSave: false,
    duplicateRule: `Standard_${type.name}_Duplicate_Rule`,
    duplicateRuleEntityType: type.name,
    errorMessage: 'Use one of these records?',
    matchResults: [
      {
        entityType: type.name,
        errors: [],
        matchEngine: 'ExactMatchEngine',
        matchRecords: [{ additionalInformation: [], fieldDiffs: [], matchConfidence: 100, record }],
        rule: `Standard_${type.name}_Match_Rule_v1_0`,
        size: 1,
        success: true,
      },
    ],
  };
  const entry = { errorCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', fields: [], duplicateResut };
  return new SalesforceError(400, [entry]);
}

function refuseOwnAncestor(unit: UnitOfWork, type: SObjectType, record: SObject): void {
  const accounts = recordsOf(unit.state, type);
  let parentId = record['ParentId'];
  while (typeof parentId === 'string') {
    if (parentId === record['Id'])
      throw refusal(400, 'CIRCULAR_DEPENDENCY', 'attempt to create a circular reference', ['ParentId']);
    parentId = accounts.get(parentId)?.['ParentId'] ?? null;
  }
}
