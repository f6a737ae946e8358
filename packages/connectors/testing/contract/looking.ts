import { expect, it } from 'vitest';
import type { ContractFixture } from '../contract-fixture.ts';
import type { ContractWorld } from '../contract-world.ts';
import { aWhileLater, pollAll } from './changes.ts';
import { upsertOf } from './writing.ts';

export function lookingContract(fixture: ContractFixture, world: () => ContractWorld): void {
  const { object } = fixture;
  const poll = (since: string) => pollAll(world().session, object, since, undefined);

  it('gives a record the same version as its change, before and after the next change', async () => {
    const { session, control } = world();
    const since = await aWhileLater(control);
    const look = () => session.look({ object, identity: { by: 'external-id', value: 'C-1' } });
    expect(await look()).toBeUndefined();
    await session.write([upsertOf(fixture, 'C-1', 'First')]);
    const [first] = (await poll(since)).changes;
    const record = await session.read({ object, identity: { by: 'id', id: first?.id ?? '' } });
    expect(await look()).toEqual({ id: first?.id, version: first?.version, changedAt: first?.changedAt, record });
    await session.write([upsertOf(fixture, 'C-1', 'Second')]);
    const second = (await poll(since)).changes.at(-1);
    expect(await look()).toMatchObject({ version: second?.version });
    expect(second?.version).not.toBe(first?.version);
  });

  it('finds no record under an unknown key', async () => {
    const identity = { by: 'external-id', value: 'nobody-has-this-key' } as const;
    expect(await world().session.look({ object, identity })).toBeUndefined();
  });
}
