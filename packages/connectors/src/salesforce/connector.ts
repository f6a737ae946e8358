import type { Connector } from '@throughline/core/connector';
import { salesforceManifest } from './manifest.ts';
import { openSalesforce } from './session.ts';
import { readWebhook } from './webhook.ts';

export const salesforceConnector: Connector = { manifest: salesforceManifest, open: openSalesforce, readWebhook };
