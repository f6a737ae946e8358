import type { CoverageEntry } from '../kit/coverage-entry.ts';
import type { Resource } from './api/resource.ts';
import { absent } from './absent-routes.ts';
import { RESOURCES } from './resources/all-resources.ts';
import { parametersOf } from './parameters.ts';
import { API, CREATE_OR_UPDATE_PATHS, collectionPaths, instancePath } from './routes/resource-routes.ts';

const METHODS = { index: 'GET', create: 'POST', show: 'GET', update: 'PUT', delete: 'DELETE' } as const;

const NOTES: Readonly<Record<string, string>> = {
  workspaces: 'no templates, no estimates; statuses are the demo account’s own',
  stories: 'no checklists, tags, posts, dependencies',
  users: 'no create: people are invited',
  rate_card_versions: 'created with their card and set version',
  custom_fields: 'set-up data: read only, no choices',
  roles: 'a deleted role is gone, also when it is in use',
  subscribed_events: 'created, updated and deleted; not the finer event types',
  time_entries: 'no timesheets: nothing approves an entry yet',
};

/** Every route of the Kantata OX API v1 this stand-in knows of. README.md lists the pages behind `doc`. */
export const coverage: readonly CoverageEntry[] = [
  ...Object.values(RESOURCES).flatMap(routesOf),
  ...[`${API}/users/me`, `${API}/users/me.json`].map((path): CoverageEntry => ({
    method: 'GET',
    path,
    status: 'implemented',
    doc: 'developer.kantata.com: Users',
    parameters: { query: { implemented: 'include', refused: 'optional_fields' } },
  })),
  {
    method: 'GET',
    path: `${API}/subscribed_events/event_types.json`,
    status: 'implemented',
    doc: 'developer.kantata.com: Events',
    parameters: { query: {} },
    note: 'names only, no schema per type',
  },
  ...CREATE_OR_UPDATE_PATHS.map((path): CoverageEntry => ({
    method: 'POST',
    path,
    status: 'implemented',
    doc: 'developer.kantata.com: External References',
    parameters: {
      query: { refused: 'include' },
      body: { implemented: 'external_reference' },
      attribute: { implemented: RESOURCES.external_references.createAttributes.join(' ') },
    },
  })),
  {
    method: 'DELETE',
    path: `${API}/custom_field_values.json`,
    status: 'not-implemented',
    doc: 'developer.kantata.com: Custom Field Values',
    note: 'Values are deleted one by one.',
  },
  ...absent,
];

function routesOf(resource: Resource): CoverageEntry[] {
  const doc = `developer.kantata.com: ${resource.page}`;
  const note = NOTES[resource.key];
  return resource.operations.flatMap((operation) => {
    const isCollection = operation === 'index' || operation === 'create';
    const paths = isCollection ? collectionPaths(resource) : [instancePath(resource)];
    return paths.map((path) => ({
      method: METHODS[operation],
      path,
      status: 'implemented' as const,
      doc,
      parameters: parametersOf(resource, operation),
      ...(note === undefined ? {} : { note }),
    }));
  });
}
