/**
 * A query NetSuite would refuse. `detail` is the vendor's wording; the route wraps it in the REST error body.
 * Source of the wordings: answers recorded from live accounts, see ../README.md.
 */
export class SuiteqlError extends Error {
  readonly detail: string;

  constructor(detail: string) {
    super(detail);
    this.name = 'SuiteqlError';
    this.detail = detail;
  }
}

const PREFIX = 'Invalid search query. Detailed unprocessed description follows.';

/**
 * NetSuite does not say which part of a query it refuses. The stand-in adds that in brackets, so that nobody has to
 * guess.
 */
export function unsupportedQuery(what: string): SuiteqlError {
  return new SuiteqlError(`${PREFIX} Search error occurred: Invalid or unsupported search. [sandbox: ${what}]`);
}

export function unknownTable(table: string): SuiteqlError {
  return new SuiteqlError(`${PREFIX} Invalid search type: ${table}.`);
}

export function unknownIdentifier(name: string, available: ReadonlyMap<string, string>): SuiteqlError {
  const list = [...available].map(([alias, table]) => `${alias}=${table}`).join(', ');
  return new SuiteqlError(
    `${PREFIX} Search error occurred: Unknown identifier '${name}'. Available identifiers are: {${list}}`,
  );
}

export function unknownField(name: string, table: string): SuiteqlError {
  return new SuiteqlError(
    `${PREFIX} Search error occurred: Field '${name}' for record '${table}' was not found. Reason: REMOVED - Field is removed.`,
  );
}
