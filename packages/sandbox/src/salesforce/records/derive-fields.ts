import { forecastCategoryNames, stages } from '../schema/picklists.ts';
import type { Stage } from '../schema/picklists.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { deriveLineItem, derivePricebookEntry } from './derive-line-item.ts';
import type { Input } from './read-input.ts';
import type { SObject } from './sobject.ts';
import { numberOf } from './sobject.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Fills in what the platform computes from other fields. `input` is what the caller set, and `before` is the stored
 * record.
 */
export function deriveFields(
  unit: UnitOfWork,
  type: SObjectType,
  record: SObject,
  input: Input,
  before: SObject | null,
): SObject {
  switch (type.name) {
    case 'Contact':
    case 'User':
      return { ...record, Name: [record['FirstName'], record['LastName']].filter(Boolean).join(' ') || null };
    case 'Opportunity':
      return deriveOpportunity(record, input, before);
    case 'OpportunityLineItem':
      return deriveLineItem(unit, record, input, before);
    case 'PricebookEntry':
      return derivePricebookEntry(unit, record);
    default:
      return record;
  }
}

function deriveOpportunity(record: SObject, input: Input, before: SObject | null): SObject {
  const stage = stages[record['StageName'] as Stage] as (typeof stages)[Stage] | undefined;
  const isStageChanged = before?.['StageName'] !== record['StageName'];
  const probability = input['Probability'] ?? (isStageChanged ? stage?.probability : record['Probability']) ?? null;
  // With products, the amount is their sum, and the platform ignores what a caller sets.
  const amount =
    before?.['HasOpportunityLineItem'] === true && 'Amount' in input
      ? (before['Amount'] ?? null)
      : (record['Amount'] ?? null);
  const category = stage?.forecastCategory ?? 'Pipeline';
  const year = Number(String(record['CloseDate'] ?? '').slice(0, 4));
  const month = Number(String(record['CloseDate'] ?? '').slice(5, 7));
  return {
    ...record,
    Amount: amount,
    Probability: probability,
    IsClosed: stage?.isClosed ?? false,
    IsWon: stage?.isWon ?? false,
    ForecastCategory: category,
    ForecastCategoryName: forecastCategoryNames[category],
    ExpectedRevenue: amount === null ? null : Number(((numberOf(amount) * numberOf(probability)) / 100).toFixed(2)),
    FiscalYear: year || null,
    FiscalQuarter: month > 0 ? Math.ceil(month / 3) : null,
    Fiscal: month > 0 ? `${year} ${Math.ceil(month / 3)}` : null,
  };
}
