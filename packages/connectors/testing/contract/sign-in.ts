import { expect, it } from 'vitest';
import type { ContractFixture } from '../contract-fixture.ts';
import type { ContractWorld } from '../contract-world.ts';
import { matchesPath } from './paths.ts';
import { errorOf, summary } from './expect-error.ts';

export function signInContract(fixture: ContractFixture, world: () => ContractWorld): void {
  tokens(fixture, world);
  const { title } = fixture.connector.manifest;

  it('tests a working connection and says where it is signed in', async () => {
    const outcome = await world().session.test();
    expect(outcome).toEqual({
      isOk: true,
      message: expect.stringMatching(/^Signed in to .+\.$/),
      durationMs: expect.any(Number),
    });
  });

  it('reports a refused sign-in without throwing', async () => {
    const { open, control } = world();
    const outcome = await open(fixture.refusedConnection(control.url)).test();
    expect(outcome).toEqual({
      isOk: false,
      message: expect.stringMatching(new RegExp(`^${title}: .+Check the sign-in of the connection\\.$`)),
      durationMs: expect.any(Number),
    });
  });

  it('fails a call with class auth when the sign-in is refused, and does not try again', async () => {
    const { open, control, test } = world();
    const error = await errorOf(
      open(fixture.refusedConnection(control.url)).list({ object: fixture.object, limit: 1 }),
    );
    expect(summary(error)).toEqual({ class: 'auth', fields: [], isOutcomeUnknown: false });
    expect(test.sleeps).toEqual([]);
  });
}

function tokens(fixture: ContractFixture, world: () => ContractWorld): void {
  const { token } = fixture;
  it.skipIf(token === undefined)('fetches a single token for many calls', async () => {
    const { session, control } = world();
    const since = await control.lastSeq();
    await Promise.all(Array.from({ length: 5 }, () => session.list({ object: fixture.object, limit: 1 })));
    const fetches = (await control.requests(since)).filter(({ path }) => matchesPath(path, token?.path ?? ''));
    expect(fetches).toHaveLength(1);
  });

  it.skipIf(token === undefined)('signs in again, once, when the token has expired', async () => {
    const { session, control, test } = world();
    await session.list({ object: fixture.object, limit: 1 });
    const since = await control.lastSeq();
    if (token?.endedBy === 'theirs') await control.advance(token.lifetimeMs);
    else await test.dependencies.sleep(token?.lifetimeMs ?? 0);
    await Promise.all(Array.from({ length: 5 }, () => session.list({ object: fixture.object, limit: 1 })));
    const fetches = (await control.requests(since)).filter(({ path }) => matchesPath(path, token?.path ?? ''));
    expect(fetches).toHaveLength(1);
  });

  it('never calls an address that the outbound guard refuses', async () => {
    const { open, control, test } = world();
    const since = await control.lastSeq();
    const refusal = new Error('guarded');
    const guarded = {
      ...test,
      dependencies: {
        ...test.dependencies,
        guard: () => {
          throw refusal;
        },
      },
    };
    const error = await errorOf(open(undefined, guarded).list({ object: fixture.object }));
    expect(error.cause).toBe(refusal);
    expect(await control.requests(since)).toEqual([]);
  });
}
