import type { RouteParameters } from '../kit/parameters/route-parameters.ts';
import type { Operation, Resource } from './api/resource.ts';

/** Parameters of every list. Source: developer.kantata.com, Pagination, Request by ID, Includes, Ordering. */
const OF_EVERY_LIST = 'created_after created_before include limit offset only order page per_page';

/** What an endpoint does with the parameters of one operation. `Resource` holds the tables that it is built from. */
export function parametersOf(resource: Resource, operation: Operation): RouteParameters {
  const shown = resource.optionalFields === undefined ? 'include' : 'include optional_fields';
  const hidden = resource.hidden?.parameters ?? '';
  switch (operation) {
    case 'index':
      return { query: { implemented: indexParameters(resource), refused: resource.refusedFilters ?? '' } };
    case 'show':
      return { query: { implemented: `${shown} ${hidden}` } };
    case 'create':
      return {
        query: {
          implemented: [shown, ...(resource.createQuery ?? [])].join(' '),
          refused: resource.key === 'rate_card_sets' ? 'clone_version_id' : '',
        },
        body: { implemented: `${resource.singular} ${resource.bulkLimit > 1 ? resource.key : ''} ${shown}` },
        attribute: { implemented: resource.createAttributes.join(' ') },
      };
    case 'update':
      return {
        query: { implemented: shown },
        body: { implemented: `${resource.singular} ${shown}` },
        attribute: { implemented: resource.updateAttributes.join(' ') },
      };
    case 'delete':
      return { query: {} };
  }
}

function indexParameters(resource: Resource): string {
  return [
    OF_EVERY_LIST,
    ...(resource.filtersByUpdate === false ? [] : ['updated_after updated_before']),
    ...(resource.optionalFields === undefined ? [] : ['optional_fields']),
    ...(resource.searchText === undefined ? [] : ['search']),
    resource.hidden?.parameters ?? '',
    resource.unlisted?.parameters ?? '',
    ...Object.keys(resource.filters),
  ].join(' ');
}
