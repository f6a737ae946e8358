import { connectorCatalog } from '@throughline/connectors/catalog';
import type { ConnectorCatalog, ConnectorManifest } from '@throughline/core/connector/manifest';
import { Monogram } from '#ui/monogram.tsx';
import { ownValue } from '@throughline/core/connector/own-value';

const catalog: ConnectorCatalog = connectorCatalog;

/** Undefined for a system that this version does not know any more. */
export const manifestOf = (system: string): ConnectorManifest | undefined => ownValue(catalog, system);

export const systemTitle = (system: string): string => manifestOf(system)?.title ?? system;

/** Readable name of a system's object: `salesOrder` is a Sales order. */
export const objectTitle = (system: string, object: string): string =>
  ownValue(manifestOf(system)?.objects, object)?.title ?? object;

interface SystemTileProps {
  readonly system: string;
  readonly size?: 'small' | 'regular' | 'large';
  /** True if the system's name is not shown next to the tile. */
  readonly isAlone?: boolean;
}

/** The monogram of a system. */
export const SystemTile = ({ system, size = 'regular', isAlone = false }: SystemTileProps) => (
  <Monogram
    letters={manifestOf(system)?.monogram ?? system.slice(0, 2).toUpperCase()}
    size={size}
    {...(isAlone ? { label: systemTitle(system) } : {})}
  />
);
