import { connectorCatalog } from '@throughline/connectors/catalog';
import type { Checks } from '@throughline/core/db/changes/check-change';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';

/** What documents are checked against when a change is submitted or published. */
export const checks: Checks = { catalog: connectorCatalog, entities: entitySchemas };
