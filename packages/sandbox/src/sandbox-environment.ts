import { randomBytes } from 'node:crypto';
import { systemIds } from './systems.ts';
import type { SystemId } from './systems.ts';

const FIRST_PORT = 8411;

export interface SandboxEnvironment {
  readonly host: string;
  /** The port to try first, per system. */
  readonly ports: Readonly<Record<SystemId, number>>;
  readonly dataFile: string | undefined;
  /** Must stand in the header `x-sandbox-key` of every control request. A new one each time unless it is given. */
  readonly controlKey: string;
  /** Where Salesforce change notifications go from the start. */
  readonly webhookUrl: string | undefined;
}

/** Reads THROUGHLINE_SANDBOX_<SYSTEM>_PORT, _DATA, _CONTROL_KEY, _WEBHOOK_URL. Throws when a value cannot be used. */
export function readSandboxEnvironment(variables: Readonly<Record<string, string | undefined>>): SandboxEnvironment {
  const ports = systemIds.map((id, index): [SystemId, number] => {
    const name = `THROUGHLINE_SANDBOX_${id.toUpperCase()}_PORT`;
    return [id, readPort(name, variables[name], FIRST_PORT + index)];
  });
  const webhookUrl = variables['THROUGHLINE_SANDBOX_WEBHOOK_URL'];
  if (webhookUrl && !/^https?:$/.test(URL.parse(webhookUrl)?.protocol ?? '')) {
    throw new Error(`THROUGHLINE_SANDBOX_WEBHOOK_URL is "${webhookUrl}"; give an http or https URL.`);
  }
  return {
    host: '127.0.0.1',
    ports: Object.fromEntries(ports) as Record<SystemId, number>,
    dataFile: variables['THROUGHLINE_SANDBOX_DATA'] || undefined,
    controlKey: variables['THROUGHLINE_SANDBOX_CONTROL_KEY'] || randomBytes(24).toString('base64url'),
    webhookUrl: webhookUrl || undefined,
  };
}

function readPort(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${name} is "${text}"; give a port number from 0 (any free one) to 65535.`);
}
