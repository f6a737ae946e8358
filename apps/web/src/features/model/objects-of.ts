import { connectorCatalog } from '@throughline/connectors/catalog';
import type { ConnectorCatalog } from '@throughline/core/connector/manifest';

const catalog: ConnectorCatalog = connectorCatalog;

/** Objects of the connectors that most often stand for an entity. */
export const objectsOf = (entity: string): readonly { readonly system: string; readonly title: string }[] =>
  Object.entries(catalog).flatMap(([system, { objects }]) =>
    Object.values(objects)
      .filter((object) => object.entity === entity)
      .map(({ title }) => ({ system, title })),
  );
