import type { ConnectorSession } from '@throughline/core/connector';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import type { ContractFixture } from './contract-fixture.ts';
import type { ContractWorld } from './contract-world.ts';
import { changesContract } from './contract/changes.ts';
import { faultsContract } from './contract/faults.ts';
import { lookingContract } from './contract/looking.ts';
import { readingContract } from './contract/reading.ts';
import { rehearsingContract } from './contract/rehearsing.ts';
import { secrecyContract } from './contract/secrecy.ts';
import { signInContract } from './contract/sign-in.ts';
import { writingContract } from './contract/writing.ts';
import { sandboxControl } from './sandbox-control.ts';
import { createTestDependencies } from './test-dependencies.ts';

/** The promises of the connector contract, checked over real sockets against a stand-in of the vendor. */
export function describeConnectorContract(
  fixture: ContractFixture,
  start: () => Promise<{ readonly url: string; close(): Promise<void> }>,
): void {
  describe(`${fixture.connector.manifest.title} keeps the connector contract`, () => {
    let standIn: Awaited<ReturnType<typeof start>>;
    let world: ContractWorld;
    const sessions: ConnectorSession[] = [];
    beforeAll(async () => {
      standIn = await start();
    });
    afterAll(async () => {
      await standIn.close();
    });
    beforeEach(async () => {
      const control = sandboxControl(standIn.url);
      await control.reset();
      await fixture.prepare?.(control);
      const test = createTestDependencies();
      const open: ContractWorld['open'] = (connection = fixture.connection(standIn.url), own = test) => {
        const session = fixture.connector.open(connection, own.dependencies);
        sessions.push(session);
        return session;
      };
      world = { control, test, open, session: open() };
    });
    afterEach(async () => {
      await Promise.all(sessions.splice(0).map((session) => session.close()));
    });

    const current = (): ContractWorld => world;
    signInContract(fixture, current);
    readingContract(fixture, current);
    writingContract(fixture, current);
    rehearsingContract(fixture, current);
    faultsContract(fixture, current);
    changesContract(fixture, current);
    lookingContract(fixture, current);
    secrecyContract(fixture, current);
  });
}
