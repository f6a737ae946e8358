'use client';
import { createContext, useContext } from 'react';
import { connectorCatalog } from '@throughline/connectors/catalog';
import type { ConnectorCatalog, ConnectorManifest, ObjectManifest } from '@throughline/core/connector/manifest';
import { flowSchema, valueMapSchema } from '@throughline/core/flow';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import { mappingDocument } from '@throughline/core/mapping/document';
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
  const ofKind = (kind: string) => definitions.filter((definition) => definition.kind === kind);
  return {
    connections,
    mappings: ofKind('mapping'),
    valueMaps: ofKind('value-map'),
    flows: ofKind('flow'),
    validation: {
      catalog,
      entities: entitySchemas,
      mappings: readable(ofKind('mapping'), mappingDocument),
      valueMaps: readable(ofKind('value-map'), valueMapSchema),
      flows: readable(ofKind('flow'), flowSchema),
      connections,
      flowKey,
    },
  };
}

interface Reader<Shape> {
  safeParse(input: unknown): { success: true; data: Shape } | { success: false };
}

function readable<Shape>(
  definitions: readonly { readonly key: string; readonly document: unknown }[],
  reader: Reader<Shape>,
): Record<string, Shape> {
  return Object.fromEntries(
    definitions.flatMap(({ key, document }) => {
      const parsed = reader.safeParse(document);
      return parsed.success ? [[key, parsed.data] as const] : [];
    }),
  );
}

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
