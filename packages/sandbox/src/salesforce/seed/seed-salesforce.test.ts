import { expect, test } from 'vitest';
import { SandboxClock } from '../../kit/clock.ts';
import { SandboxState } from '../../kit/state.ts';
import { runQuery } from '../soql/run-query.ts';
import { seedSalesforce } from './seed-salesforce.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');

function seeded(): SandboxState {
  const clock = new SandboxClock();
  clock.freeze(NOW);
  const state = new SandboxState();
  seedSalesforce(state, clock);
  return state;
}

const state = seeded();
const select = (soql: string): Record<string, unknown>[] =>
  [...runQuery(state, soql, { nowMs: NOW }).records] as Record<string, unknown>[];
const counts = (soql: string, key: string): Record<string, unknown> =>
  Object.fromEntries(select(soql).map((row) => [String(row[key]), row['n']]));

test('is the same every time', () => {
  expect(seeded().snapshot()).toEqual(state.snapshot());
});

test('holds the firm: accounts of three entities in four currencies, with parents, contacts and prices', () => {
  expect([
    counts('SELECT Legal_Entity__c, COUNT(Id) n FROM Account GROUP BY Legal_Entity__c', 'Legal_Entity__c'),
    counts('SELECT CurrencyIsoCode, COUNT(Id) n FROM Account GROUP BY CurrencyIsoCode', 'CurrencyIsoCode'),
    runQuery(state, 'SELECT COUNT() FROM Account WHERE ParentId != null', { nowMs: NOW }).totalSize,
    select('SELECT Name FROM Account WHERE Parent.ParentId != null').map((row) => row['Name']),
    runQuery(state, 'SELECT COUNT() FROM Contact', { nowMs: NOW }).totalSize,
    counts('SELECT CurrencyIsoCode, COUNT(Id) n FROM PricebookEntry GROUP BY CurrencyIsoCode', 'CurrencyIsoCode'),
    counts('SELECT Family, COUNT(Id) n FROM Product2 GROUP BY Family', 'Family'),
  ]).toEqual([
    { 'HP-UK': 15, 'HP-DE': 13, 'HP-US': 11, null: 1 },
    { GBP: 15, EUR: 10, CHF: 4, USD: 11 },
    7,
    ['Brackenridge Cold Chain Ltd'],
    54,
    { GBP: 12, EUR: 12, USD: 12, CHF: 12 },
    { Role: 9, 'Fixed fee': 1, Retainer: 1, Milestone: 1 },
  ]);
});

test('holds 60 deals across the stages, with two to eight lines each', () => {
  expect(counts('SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName', 'StageName')).toEqual({
    'Closed Won': 9,
    'Closed Lost': 8,
    Negotiation: 22,
    Proposal: 11,
    Qualification: 5,
    Prospecting: 5,
  });
  const lines = select(
    'SELECT Opportunity.Name, OpportunityId, COUNT(Id) n FROM OpportunityLineItem GROUP BY OpportunityId, Opportunity.Name',
  );
  const perDeal = lines.map((row) => Number(row['n']));
  expect([lines.length, Math.min(...perDeal), Math.max(...perDeal)]).toEqual([59, 2, 8]);
});

test('38 open deals are complete enough to be closed, and five are defective and say so', () => {
  const required = [
    'Billing_Terms__c',
    'Billing_Model__c',
    'Contract_Type__c',
    'Legal_Entity__c',
    'Tax_Jurisdiction__c',
    'Delivery_Region__c',
    'AccountId',
  ];
  const complete = `IsClosed = false AND HasOpportunityLineItem = true AND Amount > 0 AND ${required.map((name) => `${name} != null`).join(' AND ')}`;
  expect(runQuery(state, `SELECT COUNT() FROM Opportunity WHERE ${complete}`, { nowMs: NOW }).totalSize).toBe(38);
  const fields = 'Name, Billing_Terms__c, Amount, HasOpportunityLineItem, Tax_Jurisdiction__c, Legal_Entity__c';
  const defective = select(
    `SELECT ${fields} FROM Opportunity WHERE IsClosed = false AND (NOT (${complete})) ORDER BY Id`,
  );
  expect(defective).toEqual([
    {
      attributes: expect.anything() as unknown,
      Name: 'Castlegate Building Society - Finance operating model (terms missing)',
      Billing_Terms__c: null,
      Amount: 122_240,
      HasOpportunityLineItem: true,
      Tax_Jurisdiction__c: 'GB',
      Legal_Entity__c: 'HP-UK',
    },
    {
      attributes: expect.anything() as unknown,
      Name: 'Rheinwerk Antriebstechnik GmbH - AI use-case portfolio (zero amount)',
      Billing_Terms__c: 'Net 14',
      Amount: 0,
      HasOpportunityLineItem: true,
      Tax_Jurisdiction__c: 'DE',
      Legal_Entity__c: 'HP-DE',
    },
    {
      attributes: expect.anything() as unknown,
      Name: 'Harborline Securities LLC - Post-merger integration office (no lines)',
      Billing_Terms__c: 'Net 60',
      Amount: 48_000,
      HasOpportunityLineItem: false,
      Tax_Jurisdiction__c: 'US-NY',
      Legal_Entity__c: 'HP-US',
    },
    {
      attributes: expect.anything() as unknown,
      Name: 'Bergquell Privatbank AG - Integration and order-to-cash build (tax jurisdiction missing)',
      Billing_Terms__c: 'Net 30',
      Amount: 272_500,
      HasOpportunityLineItem: true,
      Tax_Jurisdiction__c: null,
      Legal_Entity__c: 'HP-DE',
    },
    {
      attributes: expect.anything() as unknown,
      Name: 'Marlowe Maritime Museum - Service design sprint (legal entity missing)',
      Billing_Terms__c: 'Net 60',
      Amount: 46_200,
      HasOpportunityLineItem: true,
      Tax_Jurisdiction__c: 'GB',
      Legal_Entity__c: null,
    },
  ]);
});
