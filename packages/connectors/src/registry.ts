import type { Connector } from '@throughline/core/connector';
import type { connectorCatalog } from './catalog.ts';
import { hubspotConnector } from './hubspot/connector.ts';
import { kantataConnector } from './kantata/connector.ts';
import { netsuiteConnector } from './netsuite/connector.ts';
import { salesforceConnector } from './salesforce/connector.ts';

/** System id → executable connector, for the runtime. The compiler demands one for every manifest of the catalogue. */
export const connectorRegistry = {
  salesforce: salesforceConnector,
  netsuite: netsuiteConnector,
  kantata: kantataConnector,
  hubspot: hubspotConnector,
} as const satisfies Readonly<Record<keyof typeof connectorCatalog, Connector>>;
