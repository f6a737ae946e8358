import { connectorCatalog } from '@throughline/connectors/catalog';
import type { ConnectorCatalog } from '@throughline/core/connector/manifest';

const catalog: ConnectorCatalog = connectorCatalog;

/** The connectors' objects that most often correspond to an entity. */
export const objectsOf = (entity: string): readonly { readonly system: string; readonly title: string }[] =>
  Object.entries(catalog).flatMap(([system, { objects }]) =>
    Object.values(objects)
      .filter((object) => object.entity === entity)
      .map(({ title }) => ({ system, title })),
  );
