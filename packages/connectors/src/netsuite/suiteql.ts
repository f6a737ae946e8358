import { z } from 'zod';
import type { HttpRequest } from '../kit/http-request.ts';
import { parseWire } from '../kit/parse-wire.ts';
import type { Condition } from '../kit/session/row-query.ts';
import type { Selection } from './selection.ts';
import { contains, equals, isAfter, notBefore } from './sql.ts';

const suiteqlReply = z.object({ items: z.array(z.record(z.string(), z.unknown())) });

export function suiteql(q: string): HttpRequest {
  return {
    method: 'POST',
    path: '/services/rest/query/v1/suiteql',
    headers: { prefer: 'transient' },
    body: { q },
    isRepeatable: true,
    isRead: true,
  };
}

export const rowsOf = (body: unknown) => parseWire(suiteqlReply, body, 'NetSuite', 'a SuiteQL query').items;

export function toSql(condition: Condition, { column, schema }: Pick<Selection, 'column' | 'schema'>): string {
  const { field } = condition;
  switch (condition.test) {
    case 'equals':
      return equals(column(field), condition.value, schema(field), field);
    case 'one-of':
      return `(${condition.values.map((value) => equals(column(field), value, schema(field), field)).join(' OR ')})`;
    case 'contains':
      return contains(column(field), condition.text);
    case 'not-before':
      return notBefore(column(field), condition.at);
    case 'after':
      return `${notBefore(column(field), condition.at)} AND ${isAfter(column(field), column('id'), condition.at, condition.id)}`;
  }
}
