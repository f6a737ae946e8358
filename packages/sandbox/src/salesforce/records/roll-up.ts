import { opportunityLineItem } from '../schema/opportunity-line-item.ts';
import { opportunity } from '../schema/opportunity.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { deriveFields } from './derive-fields.ts';
import { storeChange } from './store-change.ts';
import type { SObject } from './sobject.ts';
import { numberOf, recordsOf } from './sobject.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Runs after a line was created, changed or deleted: the opportunity takes the sum of its lines as its amount, and
 * their price book as its own.
 */
export function rollUp(unit: UnitOfWork, type: SObjectType, record: SObject): void {
  if (type.name !== opportunityLineItem.name) return;
  const parent = recordsOf(unit.state, opportunity).get(String(record['OpportunityId']));
  if (parent === undefined || parent['IsDeleted'] === true) return;
  const lines = recordsOf(unit.state, opportunityLineItem).filter(
    (each) => each['OpportunityId'] === parent['Id'] && each['IsDeleted'] === false,
  );
  const sum = lines.reduce((total, each) => total + numberOf(each['TotalPrice']), 0);
  const next = {
    ...parent,
    HasOpportunityLineItem: lines.length > 0,
    TotalOpportunityQuantity:
      lines.length > 0 ? lines.reduce((total, each) => total + numberOf(each['Quantity']), 0) : null,
    Amount: lines.length > 0 ? Number(sum.toFixed(2)) : (parent['Amount'] ?? null),
    Pricebook2Id: parent['Pricebook2Id'] ?? pricebookOf(unit, record),
  };
  storeChange(unit, opportunity, deriveFields(unit, opportunity, next, {}, parent), parent);
}

function pricebookOf(unit: UnitOfWork, line: SObject): string | null {
  const entry = unit.state.collection<Record<string, string>>('PricebookEntry').get(String(line['PricebookEntryId']));
  return entry?.['Pricebook2Id'] ?? null;
}
