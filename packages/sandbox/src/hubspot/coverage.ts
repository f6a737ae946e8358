import type { CoverageEntry } from '../kit/coverage-entry.ts';
import type { RouteParameters } from '../kit/parameters/route-parameters.ts';
import { OF_BATCH, OF_RECORD } from './routes/association-routes.ts';
import { OBJECTS } from './routes/object-routes.ts';

const has = (
  method: CoverageEntry['method'],
  path: string,
  doc: string,
  query: string,
  refused = '',
  body?: string,
): CoverageEntry => {
  const parameters: RouteParameters = {
    query: { implemented: query, refused },
    ...(body !== undefined && { body: { implemented: body } }),
  };
  return { method, path, status: 'implemented', doc, parameters };
};

const lacks = (method: CoverageEntry['method'], path: string, doc: string, note: string): CoverageEntry => ({
  method,
  path,
  status: 'not-implemented',
  doc,
  note,
});

const batch = (name: string, body = 'inputs', query = '') =>
  has('POST', `${OBJECTS}/batch/${name}`, `CRM objects: batch ${name}`, query, name === 'read' ? 'archived' : '', body);

const extras = 'associations propertiesWithHistory';

/** Every route this stand-in knows of; the pages are below developers.hubspot.com/docs/api-reference. */
export const coverage: readonly CoverageEntry[] = [
  has('GET', OBJECTS, 'CRM objects: list', 'after archived limit properties', extras),
  has('POST', OBJECTS, 'CRM objects: create', '', '', 'associations properties'),
  has('GET', `${OBJECTS}/:id`, 'CRM objects: read', 'archived idProperty properties', extras),
  has('PATCH', `${OBJECTS}/:id`, 'CRM objects: update', 'idProperty', '', 'properties'),
  has('DELETE', `${OBJECTS}/:id`, 'CRM objects: archive', ''),
  has('POST', `${OBJECTS}/search`, 'Search the CRM', '', '', 'after filterGroups limit properties query sorts'),
  batch('create'),
  batch('update'),
  batch('upsert'),
  batch('archive'),
  batch('read', 'inputs properties idProperty propertiesWithHistory'),
  has('PUT', `${OF_RECORD}/default/:toType/:toId`, 'Associations v4: create default', ''),
  has('DELETE', `${OF_RECORD}/:toType/:toId`, 'Associations v4: delete', ''),
  has('GET', `${OF_RECORD}/:toType`, 'Associations v4: list', 'after limit'),
  has('POST', `${OF_BATCH}/read`, 'Associations v4: batch read', '', '', 'inputs'),
  has('GET', '/crm/v3/owners', 'Owners: list', 'after archived email limit'),
  has('GET', '/crm/v3/owners/:ownerId', 'Owners: read', '', 'archived idProperty'),
  has('GET', '/crm/v3/pipelines/:objectType', 'Pipelines: list', ''),
  has('GET', '/crm/v3/pipelines/:objectType/:pipelineId', 'Pipelines: read', ''),
  has('GET', '/crm/v3/properties/:objectType', 'Properties: list', '', 'archived dataSensitivity locale properties'),
  lacks('POST', `${OBJECTS}/merge`, 'CRM objects: merge', 'Merging is not part of the story.'),
  lacks('POST', `${OF_BATCH}/create`, 'Associations v4: batch create', 'There are no labels; use the default route.'),
  lacks('POST', '/crm/v3/properties/:objectType', 'Properties: create', 'The account’s properties are fixed.'),
  lacks('POST', '/oauth/v1/token', 'OAuth', 'A private app’s token is all that exists.'),
];
