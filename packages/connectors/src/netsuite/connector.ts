import type { Connector } from '@throughline/core/connector';
import { netsuiteManifest } from './manifest.ts';
import { openNetsuite } from './session.ts';

export const netsuiteConnector: Connector = { manifest: netsuiteManifest, open: openNetsuite };
