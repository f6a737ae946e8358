import type { ConnectorSession, OpenConnection } from '@throughline/core/connector';
import type { SandboxControl } from './sandbox-control.ts';
import type { TestDependencies } from './test-dependencies.ts';

/** What each test of the suite works with. Every test gets a fresh one. */
export interface ContractWorld {
  readonly control: SandboxControl;
  readonly test: TestDependencies;
  /** Signed in with the right credentials, closed after the test. */
  readonly session: ConnectorSession;
  /** A further session, closed after the test. */
  readonly open: (connection?: OpenConnection, test?: TestDependencies) => ConnectorSession;
}
