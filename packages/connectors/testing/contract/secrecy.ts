import { expect, it } from 'vitest';
import type { ContractFixture } from '../contract-fixture.ts';
import type { ContractWorld } from '../contract-world.ts';
import { errorOf } from './expect-error.ts';
import { upsertOf } from './writing.ts';

export function secrecyContract(fixture: ContractFixture, world: () => ContractWorld): void {
  it('journals every request with its duration and sizes, and never a secret', async () => {
    const { session, control, test } = world();
    await session.write([upsertOf(fixture, 'C-1', 'First')]);
    await control.fault({ kind: 'server-error', status: 503 });
    await session.list({ object: fixture.object, limit: 1 });
    expect(test.journal.length).toBeGreaterThan(2);
    for (const entry of test.journal) {
      expect(entry).toEqual({
        at: expect.stringMatching(/^\d{4}-/),
        method: expect.stringMatching(/^(GET|POST|PUT|PATCH|DELETE)$/),
        url: expect.stringMatching(/^http/),
        status: expect.any(Number),
        durationMs: expect.any(Number),
        attempt: expect.any(Number),
        requestBytes: expect.any(Number),
        responseBytes: expect.any(Number),
        errorClass: entry.status === 503 ? 'transient' : entry.status === 404 ? entry.errorClass : undefined,
      });
    }
    const text = JSON.stringify(test.journal);
    for (const secret of fixture.secrets) expect(text).not.toContain(secret);
  });

  it('keeps secrets out of errors', async () => {
    const { open, control } = world();
    const refused = open(fixture.refusedConnection(control.url));
    const error = await errorOf(refused.list({ object: fixture.object }));
    const text = [error.message, error.stack, JSON.stringify(error), JSON.stringify(error.cause) ?? ''].join(' ');
    for (const secret of fixture.secrets) expect(text).not.toContain(secret);
  });
}
