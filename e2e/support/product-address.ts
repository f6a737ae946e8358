const firstPort = Number(process.env['THROUGHLINE_E2E_FIRST_PORT'] ?? 8600);

/**
 * Ports of the product under test. They differ from those of `npm start`, so that both can run. A second checkout on the
 * same machine chooses others with `THROUGHLINE_E2E_FIRST_PORT`.
 */
export const e2ePorts = {
  web: firstPort,
  runtime: firstPort + 1,
  postgres: firstPort + 2,
  salesforce: firstPort + 11,
  netsuite: firstPort + 12,
  kantata: firstPort + 13,
  hubspot: firstPort + 14,
} as const;

/** Controls the stand-ins of the product under test. */
export const sandboxKey = 'key-of-the-stories';

export const webUrl = `http://127.0.0.1:${e2ePorts.web}`;
export const salesforceUrl = `http://127.0.0.1:${e2ePorts.salesforce}`;
export const netsuiteUrl = `http://127.0.0.1:${e2ePorts.netsuite}`;
export const kantataUrl = `http://127.0.0.1:${e2ePorts.kantata}`;
