import type { Selection } from '../account-schema.ts';
import { selectExpression } from '../sql.ts';

/** Each field under its name in lower case, which is how SuiteQL answers anyway. */
export function selectList({ fields, schema, column }: Selection): string {
  return fields.map((name) => `${selectExpression(column(name), schema(name))} AS ${name.toLowerCase()}`).join(', ');
}
