import { SandboxState } from '../../kit/state.ts';
import { org } from '../org.ts';
import type { UnitOfWork } from '../records/unit-of-work.ts';
import { createRecord } from '../records/write-record.ts';
import { account } from '../schema/account.ts';
import { opportunity } from '../schema/opportunity.ts';
import { SalesforceError } from '../salesforce-error.ts';
import { runQuery } from './run-query.ts';

export const NOW = '2026-11-18T10:30:00.000Z';

const ACCOUNTS = [
  { Name: 'Alder Ltd', BillingCountryCode: 'GB', NumberOfEmployees: 50, External_Id__c: 'A-1' },
  { Name: 'birch AG', BillingCountryCode: 'CH', NumberOfEmployees: 200, Industry: 'Banking' },
  { Name: 'Cedar_100%', BillingCountryCode: 'US', Description: "It's here" },
];

const DEALS = [
  { Name: 'Alpha', account: 0, StageName: 'Closed Won', CloseDate: '2026-11-18', Amount: 100.5 },
  { Name: 'Beta', account: 0, StageName: 'Proposal', CloseDate: '2026-11-30', Amount: 20 },
  { Name: 'Gamma', account: 1, StageName: 'Closed Lost', CloseDate: '2026-10-01' },
  { Name: 'Delta', account: null, StageName: 'Proposal', CloseDate: '2027-01-05', Amount: 20 },
];

/** A small org for tests of SOQL: three accounts, four opportunities, one of them deleted when asked for. */
export function smallOrg(): { state: SandboxState; ids: string[] } {
  const state = new SandboxState();
  const unit: UnitOfWork = { state, userId: org.integrationUserId, now: NOW, changes: [] };
  const accounts = ACCOUNTS.map((body) => createRecord(unit, account, body));
  for (const { account: index, ...body } of DEALS) {
    createRecord(unit, opportunity, { ...body, ...(index !== null && { AccountId: accounts[index]?.['Id'] }) });
  }
  return { state, ids: accounts.map((each) => String(each['Id'])) };
}

const shared = smallOrg();
export const accountIds = shared.ids;

/** Names of the opportunities that a condition finds, in the order in which they were created. */
export function findDeals(where: string): unknown[] {
  return namesOf(`SELECT Name FROM Opportunity WHERE ${where}`);
}

export function namesOf(source: string): unknown[] {
  return select(source).map((record) => record['Name']);
}

export function select(source: string): Record<string, unknown>[] {
  return [...runQuery(shared.state, source, { nowMs: Date.parse(NOW) }).records] as Record<string, unknown>[];
}

export function countOf(source: string): number {
  return runQuery(shared.state, source, { nowMs: Date.parse(NOW) }).totalSize;
}

/** The refusal as code and last line of the message, with the column the caret points to. */
export function refusalOf(source: string): unknown[] {
  try {
    runQuery(shared.state, source, { nowMs: Date.parse(NOW) });
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    const { errorCode, message } = error.entries[0] ?? { errorCode: '', message: '' };
    const [, column, sentence] = /Column:(\d+)\n([^]*)$/.exec(message) ?? [undefined, '0', message];
    return [errorCode, Number(column), sentence];
  }
  return ['accepted'];
}
