import type { Connector } from '@throughline/core/connector';
import { kantataManifest } from './manifest.ts';
import { openKantata } from './session.ts';

export const kantataConnector: Connector = { manifest: kantataManifest, open: openKantata };
