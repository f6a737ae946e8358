import type { BenchCase } from '../bench-case.ts';

/** Thirty milestones put in order, defaulted, and looked up in a table that the mapping holds. */
export const orderedMilestones: BenchCase = {
  name: 'order-by, defaults and lookups over 30 milestones',
  text: `(
  $taxCodes := { "GB": "UK-S20", "DE": "DE-S19", "US": "US-EX" };
  $open := Milestones[Status != "Invoiced"];
  {
    "project": Project.Code,
    "nextDue": $open^(DueDate)[0].DueDate,
    "open": $count($open),
    "invoices": [$open^(DueDate, >Amount).{
      "reference": $$.Project.Code & "-" & Sequence,
      "due": DueDate,
      "amount": Amount ?? 0,
      "currency": Currency ?? $$.Project.Currency,
      "taxCode": $lookup($taxCodes, Country),
      "approver": Approver.Name ?: "unassigned",
      "isLate": DueDate < $$.AsOf
    }],
    "countries": $distinct($open.Country)
  }
)`,
  input: {
    AsOf: '2026-11-23',
    Project: { Code: 'NW-17', Currency: 'GBP' },
    Milestones: Array.from({ length: 30 }, (_, index) => ({
      Sequence: index + 1,
      DueDate: `2026-${String(((index * 5) % 12) + 1).padStart(2, '0')}-${String(((index * 11) % 28) + 1).padStart(2, '0')}`,
      ...(index % 8 !== 0 && { Amount: 12_500 + ((index * 31) % 17) * 250 }),
      ...(index % 4 === 0 && { Currency: 'EUR' }),
      Country: ['GB', 'DE', 'US', 'FR'][index % 4],
      Status: index % 6 === 0 ? 'Invoiced' : 'Planned',
      ...(index % 3 !== 1 && { Approver: { Name: `Manager ${index % 5}` } }),
    })),
  },
  byHand,
};

interface Milestone {
  readonly Sequence: number;
  readonly DueDate: string;
  readonly Amount?: number;
  readonly Currency?: string;
  readonly Country: string;
  readonly Status: string;
  readonly Approver?: { readonly Name: string };
}
interface Input {
  readonly AsOf: string;
  readonly Project: { readonly Code: string; readonly Currency: string };
  readonly Milestones: readonly Milestone[];
}

const taxCodes: Readonly<Record<string, string>> = { GB: 'UK-S20', DE: 'DE-S19', US: 'US-EX' };

function byHand({ AsOf: asOf, Project: project, Milestones: milestones }: Input): unknown {
  const open = milestones.filter(({ Status: status }) => status !== 'Invoiced').toSorted(inOrder);
  const invoices = open.map((milestone) => {
    const invoice: Record<string, unknown> = {
      reference: `${project.Code}-${milestone.Sequence}`,
      due: milestone.DueDate,
      amount: milestone.Amount ?? 0,
      currency: milestone.Currency ?? project.Currency,
      approver: milestone.Approver?.Name ?? 'unassigned',
      isLate: milestone.DueDate < asOf,
    };
    const taxCode = taxCodes[milestone.Country];
    if (taxCode !== undefined) invoice['taxCode'] = taxCode;
    return invoice;
  });
  const countries = new Set<string>();
  for (const { Country: country, Status: status } of milestones) if (status !== 'Invoiced') countries.add(country);
  return {
    project: project.Code,
    nextDue: open[0]?.DueDate,
    open: open.length,
    invoices,
    countries: [...countries],
  };
}

function inOrder(a: Milestone, b: Milestone): number {
  if (a.DueDate !== b.DueDate) return a.DueDate < b.DueDate ? -1 : 1;
  if (a.Amount === b.Amount) return 0;
  if (a.Amount === undefined || b.Amount === undefined) return a.Amount === undefined ? 1 : -1;
  return b.Amount - a.Amount;
}
