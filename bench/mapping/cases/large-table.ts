import type { BenchCase } from '../bench-case.ts';

/** A month of expenses: two thousand rows filtered and priced in the firm's currency. */
export const largeTable: BenchCase = {
  name: 'large table, 2,000 rows filtered',
  text: `{
  "source": "expenses",
  "lines": [Expenses[Amount > 0 and Status != "Rejected"].{
    "reference": Report & "-" & $string(Line),
    "employee": Employee,
    "project": ProjectCode,
    "category": $uppercase(Category),
    "amount": Amount * ExchangeRate,
    "taxCode": TaxRate > 0 ? "S" : "Z",
    "isRechargeable": IsBillable,
    "note": Note
  }],
  "count": $count(Expenses[Amount > 0 and Status != "Rejected"]),
  "rechargeable": $sum(Expenses[IsBillable and Status != "Rejected"].(Amount * ExchangeRate))
}`,
  input: {
    Expenses: Array.from({ length: 2_000 }, (_, index) => ({
      Report: `ER${1000 + Math.floor(index / 12)}`,
      Line: (index % 12) + 1,
      Employee: `E${index % 97}`,
      ProjectCode: `P${index % 31}`,
      Category: ['Rail', 'Hotel', 'Meals', 'Mileage'][index % 4],
      Amount: index % 50 === 7 ? 0 : 12.4 + ((index * 37) % 900) / 4,
      ExchangeRate: [1, 0.86, 0.79][index % 3],
      TaxRate: index % 4 === 0 ? 0 : 20,
      Status: index % 19 === 2 ? 'Rejected' : 'Approved',
      IsBillable: index % 3 === 0,
      ...(index % 10 === 0 && { Note: `Client visit ${index}` }),
    })),
  },
  byHand,
};

interface Expense {
  readonly Report: string;
  readonly Line: number;
  readonly Employee: string;
  readonly ProjectCode: string;
  readonly Category: string;
  readonly Amount: number;
  readonly ExchangeRate: number;
  readonly TaxRate: number;
  readonly Status: string;
  readonly IsBillable: boolean;
  readonly Note?: string;
}

function byHand({ Expenses: expenses }: { readonly Expenses: readonly Expense[] }): unknown {
  const lines: unknown[] = [];
  let rechargeable = 0;
  for (const expense of expenses) {
    if (expense.Status === 'Rejected') continue;
    if (expense.IsBillable) rechargeable += expense.Amount * expense.ExchangeRate;
    if (expense.Amount > 0) lines.push(expenseLine(expense));
  }
  return { source: 'expenses', lines, count: lines.length, rechargeable };
}

function expenseLine(expense: Expense): unknown {
  const line: Record<string, unknown> = {
    reference: `${expense.Report}-${expense.Line}`,
    employee: expense.Employee,
    project: expense.ProjectCode,
    category: expense.Category.toUpperCase(),
    amount: expense.Amount * expense.ExchangeRate,
    taxCode: expense.TaxRate > 0 ? 'S' : 'Z',
    isRechargeable: expense.IsBillable,
  };
  if (expense.Note !== undefined) line['note'] = expense.Note;
  return line;
}
