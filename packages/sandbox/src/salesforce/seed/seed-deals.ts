import type { SandboxClock } from '../../kit/clock.ts';
import { instantOf } from '../records/sobject.ts';
import type { SObject } from '../records/sobject.ts';
import type { UnitOfWork } from '../records/unit-of-work.ts';
import { createRecord } from '../records/write-record.ts';
import { opportunityContactRole } from '../schema/contact.ts';
import { opportunityLineItem } from '../schema/opportunity-line-item.ts';
import { opportunity } from '../schema/opportunity.ts';
import { seedDeals } from './deal-list.ts';
import type { SeedDeal } from './deal-list.ts';
import { engagements } from './engagement-list.ts';
import type { Engagement, EngagementLine } from './engagement-list.ts';
import type { SeededAccount } from './seed-accounts.ts';
import { findEntry } from './seed-catalogue.ts';

const DAY_MS = 86_400_000;

/** All deals with their lines and contact roles. Each is as old as its place in the list makes it. */
export function seedDealRecords(unit: UnitOfWork, clock: SandboxClock, accounts: readonly SeededAccount[]): void {
  const nowMs = clock.nowMs();
  for (const [index, deal] of seedDeals.entries()) {
    const owner = accounts[deal.account];
    const engagement = engagements[deal.engagement];
    if (owner === undefined || engagement === undefined) throw new Error(`Deal ${index} of the seed points nowhere.`);
    const ageDays = seedDeals.length - index + Math.max(0, -deal.closeInDays);
    seedDeal({ ...unit, now: instantOf(nowMs - ageDays * DAY_MS) }, deal, engagement, owner, nowMs, index);
  }
}

function seedDeal(
  unit: UnitOfWork,
  deal: SeedDeal,
  engagement: Engagement,
  owner: SeededAccount,
  nowMs: number,
  index: number,
): void {
  const record = createRecord(unit, opportunity, dealBody(deal, engagement, owner, nowMs, index));
  if (deal.defect !== 'no lines') {
    for (const [position, line] of engagement.lines.entries()) {
      createRecord(unit, opportunityLineItem, lineBody(unit, deal, line, record, position));
    }
  }
  for (const [position, contact] of owner.contacts.entries()) {
    createRecord(unit, opportunityContactRole, {
      OpportunityId: record['Id'],
      ContactId: contact['Id'],
      Role: position === 0 ? 'Economic Buyer' : 'Decision Maker',
      IsPrimary: position === 0,
    });
  }
}

function dealBody(deal: SeedDeal, engagement: Engagement, owner: SeededAccount, nowMs: number, index: number): object {
  const { source, record: account } = owner;
  const suffix = deal.defect === undefined ? '' : ` (${deal.defect})`;
  const startMs = nowMs + (deal.closeInDays + 14) * DAY_MS;
  return {
    AccountId: account['Id'],
    OwnerId: account['OwnerId'],
    Name: `${source.name} - ${engagement.title}${suffix}`,
    Description:
      deal.defect === 'no lines'
        ? `${engagement.title}: scope as described in the proposal, to be priced later.`
        : null,
    StageName: deal.stage,
    Amount: deal.defect === 'no lines' ? 48_000 : null,
    CloseDate: dayOf(nowMs + deal.closeInDays * DAY_MS),
    Type: index % 3 === 0 ? 'Existing Business' : 'New Business',
    LeadSource: index % 4 === 0 ? 'Existing Client' : 'Referral',
    CurrencyIsoCode: source.currency,
    Contract_Type__c: engagement.contractType,
    Billing_Model__c: engagement.billingModel,
    Billing_Terms__c: deal.defect === 'terms missing' ? null : deal.terms,
    Legal_Entity__c: deal.defect === 'legal entity missing' ? null : source.legalEntity,
    Tax_Jurisdiction__c:
      deal.defect === 'tax jurisdiction missing' ? null : jurisdictionOf(source.countryCode, source.state),
    Delivery_Region__c: regionOf(source.countryCode),
    Project_Start__c: dayOf(startMs),
    Project_End__c: dayOf(startMs + engagement.weeks * 7 * DAY_MS),
    PO_Number__c: index % 2 === 0 ? `PO-${String(450_100 + index * 7)}` : null,
    Practice__c: engagement.practice,
  };
}

function lineBody(unit: UnitOfWork, deal: SeedDeal, line: EngagementLine, record: SObject, position: number): object {
  const entry = findEntry(unit, line.product, String(record['CurrencyIsoCode']));
  const listPrice = Number(entry['UnitPrice']);
  const isHourly = line.unit === 'hour';
  const price = isHourly ? listPrice : Math.round((listPrice * (line.priceFactor ?? 1) * deal.scale) / 50) * 50;
  return {
    OpportunityId: record['Id'],
    PricebookEntryId: entry['Id'],
    Quantity: isHourly ? Math.round(line.quantity * deal.scale) : line.quantity,
    UnitPrice: deal.defect === 'zero amount' ? 0 : price,
    Description: line.description,
    ServiceDate: record['Project_Start__c'],
    Phase__c: line.phase,
    Unit__c: line.unit,
    SortOrder: position + 1,
  };
}

function jurisdictionOf(countryCode: string, state: string | undefined): string {
  return countryCode === 'US' ? `US-${state ?? 'NY'}` : countryCode;
}

function regionOf(countryCode: string): string {
  if (countryCode === 'US') return 'North America';
  return countryCode === 'GB' || countryCode === 'IE' ? 'UK & Ireland' : 'DACH';
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
