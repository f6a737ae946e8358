'use client';
import { createContext, useContext } from 'react';
import { connectorCatalog } from '@throughline/connectors/catalog';
import type { ConnectorCatalog, ConnectorManifest, ObjectManifest } from '@throughline/core/connector/manifest';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import type { Surroundings } from '#server/designer/load-surroundings.ts';
import { ownValue } from '@throughline/core/connector/own-value';

export interface NamedKey {
  readonly key: string;
  readonly name: string;
  readonly isDraft: boolean;
}

export interface ConnectionChoice {
  readonly key: string;
  readonly name: string;
  readonly system: string;
  readonly state: string;
}

/** What the designer's pickers, completion and checks work with. */
export interface DesignerData {
  readonly connections: readonly ConnectionChoice[];
  readonly mappings: readonly NamedKey[];
  readonly valueMaps: readonly NamedKey[];
  readonly flows: readonly NamedKey[];
  readonly validation: ValidationContext;
}

/** The catalogue with a wider type, because the keys of its own type are only today's systems. */
export const catalog: ConnectorCatalog = connectorCatalog;

export function designerData(surroundings: Surroundings, flowKey: string): DesignerData {
  const { connections, definitions } = surroundings;
  const mappings = definitions.filter((each) => each.kind === 'mapping');
  const valueMaps = definitions.filter((each) => each.kind === 'value-map');
  const flows = definitions.filter((each) => each.kind === 'flow');
  return {
    connections,
    mappings,
    valueMaps,
    flows,
    validation: {
      catalog,
      entities: entitySchemas,
      mappings: readable(mappings),
      valueMaps: readable(valueMaps),
      flows: readable(flows),
      connections,
      flowKey,
    },
  };
}

const readable = <Shape>(
  definitions: readonly { readonly key: string; readonly document: Shape | null }[],
): Record<string, Shape> =>
  Object.fromEntries(definitions.flatMap(({ key, document }) => (document === null ? [] : [[key, document] as const])));

const nothing: DesignerData = designerData({ connections: [], definitions: [] }, '');

export const DesignerDataContext = createContext<DesignerData>(nothing);

export const useDesignerData = (): DesignerData => useContext(DesignerDataContext);

/** The system behind a connection's key; undefined while it is unknown. */
export function systemOf(data: Pick<DesignerData, 'connections'>, connection: string): ConnectorManifest | undefined {
  const system = data.connections.find(({ key }) => key === connection)?.system;
  return system === undefined ? undefined : ownValue(catalog, system);
}

export function objectOf(
  data: Pick<DesignerData, 'connections'>,
  connection: string,
  object: string,
): ObjectManifest | undefined {
  return ownValue(systemOf(data, connection)?.objects, object);
}
