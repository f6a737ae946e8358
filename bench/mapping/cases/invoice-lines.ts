import type { BenchCase } from '../bench-case.ts';

/** Two hundred time entries become one invoice line per project and role. */
export const invoiceLines: BenchCase = {
  name: '200 time entries grouped to invoice lines',
  text: `{
  "period": Period,
  "lines": $each(
    Entries[Status = "Approved" and IsBillable]{
      Project.Code & "/" & Role: {
        "hours": $sum(Hours),
        "amount": $sum($.(Hours * Rate)),
        "entries": $count(Id),
        "project": $[0].Project.Name
      }
    },
    function($group, $key) {{
      "key": $key,
      "description": $group.project & " (" & $substringAfter($key, "/") & ")",
      "hours": $group.hours,
      "amount": $round($group.amount, 2),
      "entries": $group.entries
    }}
  ),
  "total": $sum(Entries[Status = "Approved" and IsBillable].(Hours * Rate))
}`,
  input: {
    Period: '2026-10',
    Entries: Array.from({ length: 200 }, (_, index) => ({
      Id: `TE-${10_000 + index}`,
      Project: { Code: `P${index % 8}`, Name: `Project ${index % 8}` },
      Role: ['Analyst', 'Consultant', 'Architect'][index % 3],
      Person: `E${index % 23}`,
      Date: `2026-10-${String((index % 28) + 1).padStart(2, '0')}`,
      Hours: ((index * 7) % 16) / 2 + 0.5,
      Rate: [95, 132.5, 187.25][index % 3],
      Status: index % 11 === 5 ? 'Submitted' : 'Approved',
      IsBillable: index % 13 !== 4,
    })),
  },
  byHand,
};

interface Entry {
  readonly Project: { readonly Code: string; readonly Name: string };
  readonly Role: string;
  readonly Hours: number;
  readonly Rate: number;
  readonly Status: string;
  readonly IsBillable: boolean;
}

interface Group {
  hours: number;
  amount: number;
  entries: number;
  readonly project: string;
}

function byHand(input: { readonly Period: string; readonly Entries: readonly Entry[] }): unknown {
  const groups = new Map<string, Group>();
  let total = 0;
  for (const entry of input.Entries) {
    if (entry.Status !== 'Approved' || !entry.IsBillable) continue;
    const key = `${entry.Project.Code}/${entry.Role}`;
    const amount = entry.Hours * entry.Rate;
    total += amount;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { hours: entry.Hours, amount, entries: 1, project: entry.Project.Name });
    } else {
      group.hours += entry.Hours;
      group.amount += amount;
      group.entries += 1;
    }
  }
  const lines = Array.from(groups, ([key, { hours, amount, entries, project }]) => ({
    key,
    description: `${project} (${key.slice(key.indexOf('/') + 1)})`,
    hours,
    amount: roundToCents(amount),
    entries,
  }));
  return { period: input.Period, lines, total };
}

/** Rounds halves to the even neighbour. The decimals are shifted in the text, so that no binary error decides. */
function roundToCents(value: number): number {
  const shifted = Number(`${value}e2`);
  let cents = Math.round(shifted);
  if (Math.abs(cents - shifted) === 0.5 && Math.abs(cents % 2) === 1) cents -= 1;
  return Number(`${cents}e-2`);
}
