import { unknownField, unknownIdentifier, unsupportedQuery } from './suiteql-error.ts';
import type { Cell, Table, TableRow } from './table.ts';
import { NULL_CELL } from './table.ts';

/** The tables of one query by alias, and how a column name finds its table. */
export class Scope {
  readonly #tables = new Map<string, Table>();

  add(alias: string, table: Table): void {
    if (this.#tables.has(alias)) throw unsupportedQuery(`alias ${alias} is used twice`);
    this.#tables.set(alias, table);
  }

  aliases(): string[] {
    return [...this.#tables.keys()];
  }

  columnsOf(alias: string): readonly string[] {
    return this.#table(alias, `${alias}.*`).columns;
  }

  /**
   * The alias of the table that holds the column. Throws NetSuite's "Unknown identifier" or "Field … was not found".
   */
  locate(qualifier: string | undefined, column: string): string {
    if (qualifier !== undefined) {
      const table = this.#table(qualifier, `${qualifier}.${column}`);
      if (!table.columns.includes(column)) throw unknownField(column, table.name);
      return qualifier;
    }
    const owners = [...this.#tables].filter(([, table]) => table.columns.includes(column)).map(([alias]) => alias);
    if (owners.length > 1) throw unsupportedQuery(`column ${column} is ambiguous between ${owners.join(' and ')}`);
    const [owner] = owners;
    if (owner === undefined) throw unknownIdentifier(column, this.#names());
    return owner;
  }

  #table(alias: string, wanted: string): Table {
    const table = this.#tables.get(alias);
    if (table === undefined) throw unknownIdentifier(wanted, this.#names());
    return table;
  }

  #names(): Map<string, string> {
    return new Map([...this.#tables].map(([alias, table]) => [alias, table.name]));
  }
}

/** One row of the joined tables, by alias. A left join that found nothing has no entry. */
export type JoinedRow = ReadonlyMap<string, TableRow>;

export function cellOf(row: JoinedRow, alias: string, column: string): Cell {
  return row.get(alias)?.[column] ?? NULL_CELL;
}
