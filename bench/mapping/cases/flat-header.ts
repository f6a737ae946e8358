import type { BenchCase } from '../bench-case.ts';

/** An opportunity's header becomes an engagement's: twenty fields, nothing repeated. */
export const flatHeader: BenchCase = {
  name: 'flat header, 20 fields',
  text: `{
  "externalId": Id,
  "name": Name,
  "customerId": AccountId,
  "customerName": Account.Name,
  "customerNumber": Account.AccountNumber,
  "country": Account.BillingCountryCode,
  "city": Account.BillingCity,
  "stage": StageName,
  "isWon": StageName = "Closed Won",
  "amount": Amount,
  "currency": CurrencyIsoCode,
  "closeDate": CloseDate,
  "startDate": Start_Date__c,
  "endDate": End_Date__c,
  "owner": Owner.Name,
  "ownerEmail": $lowercase(Owner.Email),
  "billingModel": Billing_Model__c = "T&M" ? "time-and-materials" : "fixed-price",
  "label": Account.Name & " / " & Name,
  "margin": Amount - Cost__c,
  "legalEntity": Legal_Entity__c
}`,
  input: {
    attributes: { type: 'Opportunity', url: '/services/data/v61.0/sobjects/Opportunity/0065g00000AbCdEAAV' },
    Id: '0065g00000AbCdEAAV',
    Name: 'Core banking migration',
    AccountId: '0015g00000XyZaBAAV',
    Account: {
      Name: 'Northwind Holdings plc',
      AccountNumber: 'C-10042',
      BillingCountryCode: 'GB',
      BillingCity: 'Leeds',
    },
    StageName: 'Closed Won',
    Amount: 254_300.5,
    Cost__c: 181_000.25,
    CurrencyIsoCode: 'GBP',
    CloseDate: '2026-10-31',
    Start_Date__c: '2026-11-16',
    End_Date__c: '2027-05-14',
    Owner: { Name: 'Imogen Hart', Email: 'Imogen.Hart@halden-pike.example' },
    Billing_Model__c: 'T&M',
    Legal_Entity__c: 'HP-GB',
  },
  byHand,
};

interface Opportunity {
  readonly Id: string;
  readonly Name: string;
  readonly AccountId: string;
  readonly Account: {
    readonly Name: string;
    readonly AccountNumber?: string;
    readonly BillingCountryCode?: string;
    readonly BillingCity?: string;
  };
  readonly StageName: string;
  readonly Amount?: number;
  readonly Cost__c?: number;
  readonly CurrencyIsoCode: string;
  readonly CloseDate: string;
  readonly Start_Date__c?: string;
  readonly End_Date__c?: string;
  readonly Owner: { readonly Name: string; readonly Email?: string };
  readonly Billing_Model__c?: string;
  readonly Legal_Entity__c?: string;
}

function byHand(input: Opportunity): unknown {
  const { Account: account, Owner: owner } = input;
  const result: Record<string, unknown> = {
    externalId: input.Id,
    name: input.Name,
    customerId: input.AccountId,
    customerName: account.Name,
    stage: input.StageName,
    isWon: input.StageName === 'Closed Won',
    currency: input.CurrencyIsoCode,
    closeDate: input.CloseDate,
    owner: owner.Name,
    billingModel: input.Billing_Model__c === 'T&M' ? 'time-and-materials' : 'fixed-price',
    label: `${account.Name} / ${input.Name}`,
  };
  if (account.AccountNumber !== undefined) result['customerNumber'] = account.AccountNumber;
  if (account.BillingCountryCode !== undefined) result['country'] = account.BillingCountryCode;
  if (account.BillingCity !== undefined) result['city'] = account.BillingCity;
  if (input.Amount !== undefined) result['amount'] = input.Amount;
  if (input.Start_Date__c !== undefined) result['startDate'] = input.Start_Date__c;
  if (input.End_Date__c !== undefined) result['endDate'] = input.End_Date__c;
  if (owner.Email !== undefined) result['ownerEmail'] = owner.Email.toLowerCase();
  if (input.Amount !== undefined && input.Cost__c !== undefined) result['margin'] = input.Amount - input.Cost__c;
  if (input.Legal_Entity__c !== undefined) result['legalEntity'] = input.Legal_Entity__c;
  return result;
}
