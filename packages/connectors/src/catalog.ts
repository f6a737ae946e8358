import type { ConnectorCatalog } from '@throughline/core/connector/manifest';
import { hubspotManifest } from './hubspot/manifest.ts';
import { kantataManifest } from './kantata/manifest.ts';
import { netsuiteManifest } from './netsuite/manifest.ts';
import { salesforceManifest } from './salesforce/manifest.ts';

/** All data about every system. It is safe to load in a browser. */
export const connectorCatalog = {
  salesforce: salesforceManifest,
  netsuite: netsuiteManifest,
  kantata: kantataManifest,
  hubspot: hubspotManifest,
} as const satisfies ConnectorCatalog;
