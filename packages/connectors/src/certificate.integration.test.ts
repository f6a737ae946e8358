import { startSandbox } from '@throughline/sandbox';
import { expect, it } from 'vitest';
import { makeCertificate } from '../../sandbox/src/kit/test-certificate.ts';
import { connectorRegistry } from './registry.ts';
import { createTestDependencies } from '../testing/test-dependencies.ts';

it('trusts a certificate authority of its own only where the connection names one', async () => {
  const tls = makeCertificate();
  const sandbox = await startSandbox({ tls });
  const outcomes = [];
  for (const caCertificate of [undefined, tls.cert]) {
    const session = connectorRegistry.kantata.open(
      {
        id: 'connection-1',
        system: 'kantata',
        settings: { baseUrl: sandbox.kantata.url, caCertificate },
        auth: { method: 'bearer', fields: { token: 'sandbox-kantata-token' } },
      },
      createTestDependencies().dependencies,
    );
    outcomes.push(await session.test());
    await session.close();
  }
  await sandbox.close();
  expect(outcomes).toEqual([
    {
      isOk: false,
      message: 'Kantata OX: No connection could be made (DEPTH_ZERO_SELF_SIGNED_CERT).',
      durationMs: expect.any(Number),
    },
    {
      isOk: true,
      message: expect.stringMatching(/^Signed in to 127\.0\.0\.1:\d+; \d+ people are visible\.$/),
      durationMs: expect.any(Number),
    },
  ]);
});
