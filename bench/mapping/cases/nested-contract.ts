import type { BenchCase } from '../bench-case.ts';

/** A won opportunity becomes a contract with rate cards and their roles, instalments and totals. */
export const nestedContract: BenchCase = {
  name: 'opportunity to contract, nested rate cards',
  text: `{
  "contractNumber": "C-" & Number__c,
  "customer": { "id": Account.Id, "name": Account.Name, "vatId": Account.Vat_Id__c, "country": Account.Billing.Country },
  "term": { "start": Start_Date__c, "end": End_Date__c },
  "value": { "amount": $string(Amount), "currency": CurrencyIsoCode },
  "rateCards": [RateCards__r.{
    "id": Id,
    "name": Name,
    "currency": CurrencyIsoCode,
    "validFrom": Valid_From__c,
    "roles": [Rates__r[IsActive__c].{
      "role": Role__c,
      "seniority": Seniority__c,
      "hourly": Hourly_Rate__c,
      "daily": Hourly_Rate__c * 8,
      "isBillable": Hourly_Rate__c > 0
    }]
  }],
  "schedule": [Milestones__r.{
    "name": Name,
    "due": Due_Date__c,
    "amount": Amount__c,
    "share": Amount__c / $$.Amount
  }],
  "scheduledTotal": $sum(Milestones__r.Amount__c),
  "milestoneCount": $count(Milestones__r)
}`,
  input: {
    Id: '0065g00000AbCdEAAV',
    Number__c: '2026-0117',
    Account: {
      Id: '0015g00000XyZaBAAV',
      Name: 'Northwind Holdings plc',
      Vat_Id__c: 'GB123456789',
      Billing: { City: 'Leeds', Country: 'GB' },
    },
    Start_Date__c: '2026-11-16',
    End_Date__c: '2027-05-14',
    Amount: 254_300.5,
    CurrencyIsoCode: 'GBP',
    RateCards__r: ['Onshore', 'Nearshore', 'Offshore'].map((name, card) => ({
      Id: `a0R5g00000${card}`,
      Name: `${name} 2026`,
      CurrencyIsoCode: 'GBP',
      ...(card > 0 && { Valid_From__c: '2026-01-01' }),
      Rates__r: ['Analyst', 'Consultant', 'Architect', 'Manager', 'Partner'].map((role, index) => ({
        Role__c: role,
        Seniority__c: index + 1,
        Hourly_Rate__c: 85.5 + index * 32.25 - card * 18,
        IsActive__c: (index + card) % 4 !== 3,
      })),
    })),
    Milestones__r: Array.from({ length: 6 }, (_, index) => ({
      Name: `Stage ${index + 1}`,
      Due_Date__c: `2026-${String(index + 6).padStart(2, '0')}-28`,
      Amount__c: 38_000.5 + index * 1_250,
    })),
  },
  byHand,
};

interface Opportunity {
  readonly Number__c: string;
  readonly Account: {
    readonly Id: string;
    readonly Name: string;
    readonly Vat_Id__c?: string;
    readonly Billing: { readonly Country?: string };
  };
  readonly Start_Date__c: string;
  readonly End_Date__c: string;
  readonly Amount: number;
  readonly CurrencyIsoCode: string;
  readonly RateCards__r: readonly RateCard[];
  readonly Milestones__r: readonly {
    readonly Name: string;
    readonly Due_Date__c: string;
    readonly Amount__c: number;
  }[];
}

interface RateCard {
  readonly Id: string;
  readonly Name: string;
  readonly CurrencyIsoCode: string;
  readonly Valid_From__c?: string;
  readonly Rates__r: readonly {
    readonly Role__c: string;
    readonly Seniority__c: number;
    readonly Hourly_Rate__c: number;
    readonly IsActive__c: boolean;
  }[];
}

function byHand(input: Opportunity): unknown {
  const customer: Record<string, unknown> = { id: input.Account.Id, name: input.Account.Name };
  if (input.Account.Vat_Id__c !== undefined) customer['vatId'] = input.Account.Vat_Id__c;
  if (input.Account.Billing.Country !== undefined) customer['country'] = input.Account.Billing.Country;
  let scheduledTotal = 0;
  for (const { Amount__c: amount } of input.Milestones__r) scheduledTotal += amount;
  return {
    contractNumber: `C-${input.Number__c}`,
    customer,
    term: { start: input.Start_Date__c, end: input.End_Date__c },
    value: { amount: String(input.Amount), currency: input.CurrencyIsoCode },
    rateCards: input.RateCards__r.map(rateCard),
    schedule: input.Milestones__r.map(({ Name: name, Due_Date__c: due, Amount__c: amount }) => ({
      name,
      due,
      amount,
      share: amount / input.Amount,
    })),
    scheduledTotal,
    milestoneCount: input.Milestones__r.length,
  };
}

function rateCard(card: RateCard): unknown {
  const roles: unknown[] = [];
  for (const rate of card.Rates__r) {
    if (!rate.IsActive__c) continue;
    roles.push({
      role: rate.Role__c,
      seniority: rate.Seniority__c,
      hourly: rate.Hourly_Rate__c,
      daily: rate.Hourly_Rate__c * 8,
      isBillable: rate.Hourly_Rate__c > 0,
    });
  }
  const result: Record<string, unknown> = { id: card.Id, name: card.Name, currency: card.CurrencyIsoCode };
  if (card.Valid_From__c !== undefined) result['validFrom'] = card.Valid_From__c;
  result['roles'] = roles;
  return result;
}
