import type { BenchCase } from '../bench-case.ts';

/** Two hundred rows of a table, one object out for each. */
export const tableMap: BenchCase = {
  name: '200-row table map',
  text: `{
  "employees": [rows.{
    "employeeNumber": Employee_ID,
    "fullName": First_Name & " " & Last_Name,
    "email": $lowercase(Email),
    "costCentre": Cost_Center.Code,
    "manager": Manager.Employee_ID,
    "legalEntity": Company = "Halden & Pike Ltd" ? "HP-GB" : Company = "Halden & Pike GmbH" ? "HP-DE" : "HP-US",
    "weeklyHours": FTE * 40,
    "isActive": Status = "Active",
    "startedOn": Hire_Date,
    "grade": Grade
  }]
}`,
  input: {
    rows: Array.from({ length: 200 }, (_, index) => ({
      Employee_ID: `E${1000 + index}`,
      First_Name: ['Imogen', 'Tomasz', 'Aylin', 'Noah', 'Priya'][index % 5],
      Last_Name: ['Hart', 'Kowalski', 'Demir', 'Schmidt', 'Raman', 'Okafor', 'Lindqvist'][index % 7],
      Email: `Person.${index}@Halden-Pike.example`,
      Cost_Center: { Code: `CC-${100 + (index % 12)}`, Name: 'Delivery' },
      ...(index % 9 !== 0 && { Manager: { Employee_ID: `E${1000 + (index % 9)}` } }),
      Company: ['Halden & Pike Ltd', 'Halden & Pike GmbH', 'Halden & Pike Inc'][index % 3],
      FTE: index % 5 === 0 ? 0.8 : 1,
      Status: index % 17 === 3 ? 'Leave' : 'Active',
      Hire_Date: `20${10 + (index % 16)}-0${(index % 9) + 1}-01`,
      Grade: (index % 6) + 3,
    })),
  },
  byHand,
};

interface Employee {
  readonly Employee_ID: string;
  readonly First_Name: string;
  readonly Last_Name: string;
  readonly Email?: string;
  readonly Cost_Center?: { readonly Code?: string };
  readonly Manager?: { readonly Employee_ID?: string };
  readonly Company: string;
  readonly FTE: number;
  readonly Status: string;
  readonly Hire_Date: string;
  readonly Grade?: number;
}

const legalEntities = new Map([
  ['Halden & Pike Ltd', 'HP-GB'],
  ['Halden & Pike GmbH', 'HP-DE'],
]);

function byHand(input: { readonly rows: readonly Employee[] }): unknown {
  return { employees: input.rows.map(employee) };
}

function employee(row: Employee): unknown {
  const result: Record<string, unknown> = {
    employeeNumber: row.Employee_ID,
    fullName: `${row.First_Name} ${row.Last_Name}`,
    legalEntity: legalEntities.get(row.Company) ?? 'HP-US',
    weeklyHours: row.FTE * 40,
    isActive: row.Status === 'Active',
    startedOn: row.Hire_Date,
  };
  if (row.Email !== undefined) result['email'] = row.Email.toLowerCase();
  if (row.Cost_Center?.Code !== undefined) result['costCentre'] = row.Cost_Center.Code;
  if (row.Manager?.Employee_ID !== undefined) result['manager'] = row.Manager.Employee_ID;
  if (row.Grade !== undefined) result['grade'] = row.Grade;
  return result;
}
