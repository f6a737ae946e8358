import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { withoutStatement } from './database-error.ts';

/**
 * Makes everything that fails on a database, in a transaction or outside of one, an error without the statement: those
 * of the driver and of the query builder hold it with its values, and code that catches one may log it.
 * @throws StatementError instead of them, from every query
 */
export function withSafeErrors<Schema extends Record<string, unknown>>(
  database: NodePgDatabase<Schema>,
): NodePgDatabase<Schema> {
  const { session } = database._;
  const prepareQuery = session.prepareQuery.bind(session);
  const transaction = session.transaction.bind(session);
  session.prepareQuery = (...how) => {
    const query = prepareQuery(...how);
    const execute = query.execute.bind(query);
    query.execute = (...values) => safely(execute(...values));
    return query;
  };
  session.transaction = (...work) => safely(transaction(...work));
  return database;
}

async function safely<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw withoutStatement(error);
  }
}
