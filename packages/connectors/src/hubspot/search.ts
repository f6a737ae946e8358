import type { SourceRecord } from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { HttpRequest } from '../kit/http-request.ts';
import type { Condition, RowQuery } from '../kit/session/row-query.ts';
import { propertiesOf } from './properties.ts';

interface Filter {
  readonly propertyName: string;
  readonly operator: 'EQ' | 'IN' | 'GT' | 'GTE' | 'CONTAINS_TOKEN' | 'NOT_HAS_PROPERTY';
  readonly value?: string;
  readonly values?: readonly string[];
}

const ID = 'hs_object_id';
/** A group takes six filters, and the place in a list and one more condition need theirs. */
const MOST_WORDS = 4;

export function toSearch(object: ObjectManifest, query: RowQuery, schema: JsonSchema, mark: string): HttpRequest {
  const filters = query.where.flatMap(toFilters);
  const after = query.order === 'id' ? query.position?.['after'] : undefined;
  if (after !== undefined) filters.push({ propertyName: ID, operator: 'GT', value: String(after) });
  const sorts = {
    id: { propertyName: ID, direction: 'ASCENDING' },
    newest: { propertyName: mark, direction: 'DESCENDING' },
    mark: { propertyName: mark, direction: 'ASCENDING' },
  };
  return {
    method: 'POST',
    path: `/crm/v3/objects/${object.name}/search`,
    body: {
      filterGroups: [{ filters }],
      sorts: [sorts[query.order]],
      properties: propertiesOf(schema),
      limit: query.pageSize,
    },
    isRepeatable: true,
    isRead: true,
  };
}

function toFilters(condition: Condition): readonly Filter[] {
  const propertyName = condition.field === 'id' ? ID : condition.field;
  switch (condition.test) {
    case 'equals':
      return condition.value === null
        ? [{ propertyName, operator: 'NOT_HAS_PROPERTY' }]
        : [{ propertyName, operator: 'EQ', value: String(condition.value) }];
    case 'one-of':
      return [{ propertyName, operator: 'IN', values: condition.values }];
    case 'contains':
      // Texts are searched by words, so each word of the part is looked for inside the words of the text.
      return longestWords(condition.text).map((word) => ({
        propertyName,
        operator: 'CONTAINS_TOKEN',
        value: `*${word}*`,
      }));
    case 'not-before':
    case 'after':
      return [{ propertyName, operator: 'GTE', value: String(Date.parse(condition.at)) }];
  }
}

/** The words that narrow a search the most; `fits` compares the rest. */
function longestWords(text: string): readonly string[] {
  const words = new Set(text.match(/[\p{L}\p{N}]+/gu));
  return [...words].toSorted((one, other) => other.length - one.length).slice(0, MOST_WORDS);
}

/** Compares exactly, because a search ignores case and the signs between words. */
export function fits(row: SourceRecord, { where }: Pick<RowQuery, 'where'>): boolean {
  const properties = row['properties'] as SourceRecord | undefined;
  return where.every((condition) => {
    const value = condition.field === 'id' ? row['id'] : properties?.[condition.field];
    if (condition.test === 'contains') return textOf(value).toLowerCase().includes(condition.text.toLowerCase());
    if (condition.test !== 'equals') return true;
    const wanted = condition.value === null ? '' : String(condition.value);
    const isNumber = wanted.trim() !== '' && Number(wanted) === Number(textOf(value).trim() || Number.NaN);
    return textOf(value) === wanted || isNumber;
  });
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
