import { DrizzleQueryError } from 'drizzle-orm/errors';
import { DatabaseError as ServerError } from 'pg';

/**
 * A statement that the database refused, without anything of what the statement held: the driver's and the query
 * builder's errors carry the SQL, its parameters and values of rows, which are payloads of customers.
 */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  /** The SQLSTATE, for example `23505`. */
  readonly code: string;
  readonly table: string | undefined;
  readonly constraint: string | undefined;

  constructor(code: string, table: string | undefined, constraint: string | undefined, rule?: string) {
    const place = [
      table === undefined ? '' : `table ${table}`,
      constraint === undefined ? '' : `constraint ${constraint}`,
    ]
      .filter((part) => part !== '')
      .join(', ');
    super(rule ?? `The database refused a statement: ${reasonOf(code)} (${code}${place === '' ? '' : `, ${place}`}).`);
    this.code = code;
    this.table = table;
    this.constraint = constraint;
  }

  /** True when the statement held text that PostgreSQL cannot store: the NUL character, or half a surrogate pair. */
  get isTextRefused(): boolean {
    return this.code === '22P05' || this.code === '22021';
  }

  /** True when the statement held a value that is longer than a column, an index or a document can hold. */
  get isTooLong(): boolean {
    return this.code === '54000' || this.code === '22001';
  }

  /** True when the statement would be refused again, however often it was repeated, because of the values it held. */
  get isRefusedForGood(): boolean {
    return this.isTextRefused || this.isTooLong;
  }

  /** True when the statement took longer than it may. */
  get isTimeout(): boolean {
    return this.code === '57014';
  }
}

/** The one place that makes errors of the database safe to show, to store and to log. Other errors stay as they are. */
export function withoutStatement(error: unknown): unknown {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (cause instanceof ServerError) {
    // Our own rules in the database raise this code, with a sentence that names a table and no values.
    const rule = cause.code === '23001' ? cause.message : undefined;
    // Half a surrogate pair is reported as bad JSON, and only the detail tells that it is text that cannot be stored.
    const code = cause.code === '22P02' && cause.detail?.includes('surrogate') === true ? '22P05' : cause.code;
    return new StatementError(code ?? 'unknown', cause.table, cause.constraint, rule);
  }
  // The connection failed: the driver's own error says so, and holds no statement.
  if (error instanceof DrizzleQueryError) return cause ?? new Error('The database did not run a statement.');
  return error;
}

const reasonOf = (code: string): string => reasons[code] ?? 'it reported an error';

const reasons: Readonly<Record<string, string>> = {
  '22P05': 'a text holds a character that cannot be stored',
  '22021': 'a text holds a character that cannot be stored',
  '22001': 'a value is too long to be stored',
  '54000': 'a value is too long to be stored',
  '23503': 'a record that it needs is missing',
  '23505': 'there is such a record already',
  '40001': 'it clashed with another one',
  '40P01': 'it clashed with another one',
  '57014': 'it took longer than it may',
};
