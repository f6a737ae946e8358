import { join } from 'node:path';
import { webProgramAt, workerProgramAt } from '../process/product-programs.ts';
import type { Program } from '../process/supervisor.ts';
import type { StartSettings } from './settings.ts';

export const sandboxUrl = (port: number): string => `http://127.0.0.1:${port}`;

export function sandboxProgram({ root, stateDir, ports, sandboxKey }: StartSettings): Program {
  return {
    name: 'sandbox',
    args: ['packages/sandbox/src/main.ts'],
    cwd: root,
    env: {
      THROUGHLINE_SANDBOX_SALESFORCE_PORT: String(ports.salesforce),
      THROUGHLINE_SANDBOX_NETSUITE_PORT: String(ports.netsuite),
      THROUGHLINE_SANDBOX_KANTATA_PORT: String(ports.kantata),
      THROUGHLINE_SANDBOX_HUBSPOT_PORT: String(ports.hubspot),
      THROUGHLINE_SANDBOX_CONTROL_KEY: sandboxKey,
      THROUGHLINE_SANDBOX_DATA: join(stateDir, 'sandbox.json'),
    },
    readyUrl: `${sandboxUrl(ports.hubspot)}/__health`,
  };
}

function sharedEnv({ stateDir, ports, keyFile }: StartSettings, url: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    THROUGHLINE_DATA_DIR: stateDir,
    THROUGHLINE_KEY_FILE: keyFile,
    THROUGHLINE_DEMO: '1',
    // The sandbox systems listen on loopback, which the outbound guard refuses by default.
    THROUGHLINE_ALLOW_PRIVATE_NETWORK: '1',
    THROUGHLINE_RUNTIME_PORT: String(ports.runtime),
    THROUGHLINE_WEB_PORT: String(ports.web),
    THROUGHLINE_SANDBOX_URLS: [ports.salesforce, ports.netsuite, ports.kantata, ports.hubspot]
      .map(sandboxUrl)
      .join(','),
  };
}

export function runtimeProgram(settings: StartSettings, url: string): Program {
  return workerProgramAt({
    name: 'runtime',
    root: settings.root,
    env: sharedEnv(settings, url),
    readyUrl: `http://127.0.0.1:${settings.ports.runtime}/health`,
  });
}

export function webProgram(settings: StartSettings, url: string): Program {
  const address = { host: '127.0.0.1', port: settings.ports.web };
  const place = {
    name: 'web',
    root: settings.root,
    env: { ...sharedEnv(settings, url), THROUGHLINE_AUTH_SECRET: settings.authSecret },
    readyUrl: `http://${address.host}:${address.port}/api/health`,
  };
  return webProgramAt(place, address);
}
