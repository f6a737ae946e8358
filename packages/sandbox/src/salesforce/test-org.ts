import { Connection } from 'jsforce';
import type { SandboxClock } from '../kit/clock.ts';
import { startSystem } from '../kit/start-system.ts';
import type { RunningSystem } from '../kit/start-system.ts';
import { org } from './org.ts';
import { salesforce } from './salesforce-system.ts';

/** What the tests start from: a seeded org on a free port, and jsforce signed in to it with client credentials. */
export interface TestOrg {
  readonly system: RunningSystem;
  readonly connection: Connection;
  /** Plays a fault; the kit's README describes the forms. */
  fault(rule: object): Promise<void>;
  close(): Promise<void>;
}

export async function startTestOrg(clock?: SandboxClock): Promise<TestOrg> {
  const system = await startSystem(salesforce, clock === undefined ? {} : { clock });
  return {
    system,
    connection: await connect(system.url),
    fault: async (rule) => {
      const response = await fetch(`${system.url}/__control/faults`, { method: 'POST', body: JSON.stringify(rule) });
      if (response.status !== 201) throw new Error(await response.text());
    },
    close: () => system.close(),
  };
}

export async function connect(url: string): Promise<Connection> {
  const connection = new Connection({
    loginUrl: url,
    instanceUrl: url,
    version: '66.0',
    oauth2: { clientId: org.clientId, clientSecret: org.clientSecret, loginUrl: url },
  });
  await connection.authorize({ grant_type: 'client_credentials' });
  return connection;
}
