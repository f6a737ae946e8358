import type { Field, FieldMap, RecordType } from './field-types.ts';

type Json = Record<string, unknown>;

/** A record type as the JSON Schema that metadata-catalog answers. */
export function recordTypeSchema(type: RecordType, baseUrl: string): Json {
  const filterable = Object.entries(type.fields)
    .filter(([, field]) => field.type.kind !== 'sublist' && field.type.kind !== 'subrecord')
    .map(([name]) => name);
  return {
    $schema: 'http://json-schema.org/draft-06/hyper-schema#',
    type: 'object',
    title: type.label,
    properties: { ...properties(type.fields, baseUrl), links: linksSchema() },
    'x-ns-filterable': filterable,
  };
}

function properties(fields: FieldMap, baseUrl: string): Json {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field, baseUrl)]));
}

function fieldSchema(field: Field, baseUrl: string): Json {
  const common = {
    title: field.label,
    nullable: true,
    ...(field.isReadOnly === true ? { readOnly: true } : {}),
    ...(field.label.startsWith('Throughline') ? { 'x-ns-custom-field': true } : {}),
  };
  const { type } = field;
  switch (type.kind) {
    case 'string':
      return { ...common, type: 'string' };
    case 'number':
      return { ...common, type: 'number', format: 'double' };
    case 'integer':
      return { ...common, type: 'integer', format: 'int64' };
    case 'boolean':
      return { ...common, type: 'boolean' };
    case 'date':
      return { ...common, type: 'string', format: 'date' };
    case 'date-time':
      return { ...common, type: 'string', format: 'date-time' };
    case 'reference':
      return { ...common, $ref: `${baseUrl}/metadata-catalog/${type.to[0] ?? 'nsResource'}` };
    case 'enumeration':
      return {
        ...common,
        type: 'object',
        properties: {
          id: { title: 'Internal identifier', type: 'string', enum: Object.keys(type.values) },
          refName: { title: 'Reference Name', type: 'string' },
        },
      };
    case 'subrecord':
      return { ...common, type: 'object', properties: properties(type.fields, baseUrl) };
    case 'sublist':
      return {
        ...common,
        type: 'object',
        properties: {
          items: { type: 'array', items: { type: 'object', properties: properties(type.fields, baseUrl) } },
          totalResults: { title: 'Total Results', type: 'integer', format: 'int64', readOnly: true },
          links: linksSchema(),
        },
      };
  }
}

function linksSchema(): Json {
  return {
    title: 'Links',
    type: 'array',
    readOnly: true,
    items: { type: 'object', properties: { rel: { type: 'string' }, href: { type: 'string' } } },
  };
}
