/** Ports of the product under test. They differ from those of `npm start`, so that both can run. */
export const e2ePorts = {
  web: 8600,
  runtime: 8601,
  postgres: 8602,
  salesforce: 8611,
  netsuite: 8612,
  kantata: 8613,
} as const;

export const webUrl = `http://127.0.0.1:${e2ePorts.web}`;
export const salesforceUrl = `http://127.0.0.1:${e2ePorts.salesforce}`;
export const netsuiteUrl = `http://127.0.0.1:${e2ePorts.netsuite}`;
export const kantataUrl = `http://127.0.0.1:${e2ePorts.kantata}`;
