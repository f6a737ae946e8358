import { expect, it } from 'vitest';
import type { ConnectorSession, RecordChange } from '@throughline/core/connector';
import type { ContractFixture } from '../contract-fixture.ts';
import type { ContractWorld } from '../contract-world.ts';
import type { SandboxControl } from '../sandbox-control.ts';
import { errorOf } from './expect-error.ts';
import { upsertOf } from './writing.ts';

/** Far enough away from the seed's own timestamps. */
export async function aWhileLater(control: SandboxControl): Promise<string> {
  await control.advance(600_000);
  return control.now();
}

export function changesContract(fixture: ContractFixture, world: () => ContractWorld): void {
  const { object } = fixture;
  const poll = (since: string, cursor?: string) => pollAll(world().session, object, since, cursor);

  it('returns every change at least once, across pages and polls', async () => {
    const { session, control } = world();
    const since = await aWhileLater(control);
    const keys = ['1', '2', '3', '4', '5'];
    const outcomes = await session.write(keys.map((key) => upsertOf(fixture, `C-${key}`, `Name ${key}`)));
    const ids = outcomes.map((each) => (each.isOk ? each.id : ''));
    const first = await poll(since);
    expect(new Set(first.changes.map(({ id }) => id))).toEqual(new Set(ids));
    for (const change of first.changes) {
      expect(change).toEqual({
        id: expect.any(String),
        kind: 'upserted',
        version: expect.stringMatching(/.+/),
        changedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
        record: expect.objectContaining({ [fixture.nameField]: expect.any(String) }),
      });
    }
    await session.write([upsertOf(fixture, 'C-2', 'Renamed')]);
    const second = await poll(since, first.cursor);
    const renamed = second.changes.filter(({ id }) => id === ids[1]).at(-1);
    expect(renamed?.record?.[fixture.nameField]).toBe(fixture.record('Renamed')[fixture.nameField]);
    expect(first.changes.map(({ version }) => version)).not.toContain(renamed?.version);
  });

  it('repeats the overlap of the previous poll with the same versions', async () => {
    const { session, control } = world();
    const since = await aWhileLater(control);
    await session.write([upsertOf(fixture, 'C-1', 'First')]);
    const first = await poll(since);
    const second = await poll(since, first.cursor);
    expect(second.changes).toEqual(first.changes);
    expect(first.changes).toHaveLength(1);
  });

  it.runIf(fixture.showsDeletions)('returns deletions', async () => {
    const { session, control } = world();
    const since = await aWhileLater(control);
    const [outcome] = await session.write([upsertOf(fixture, 'C-1', 'First')]);
    const id = outcome?.isOk === true ? outcome.id : '';
    const first = await poll(since);
    await session.write([{ object, operation: 'delete', identity: { by: 'id', id } }]);
    const second = await poll(since, first.cursor);
    expect(second.changes.at(-1)).toEqual({
      id,
      kind: 'deleted',
      version: expect.stringMatching(/.+/),
      changedAt: expect.stringMatching(/^\d{4}-/),
    });
  });

  it('refuses a cursor it did not give out', async () => {
    const { session, control } = world();
    const error = await errorOf(session.changes({ object, since: await control.now(), cursor: 'bm9uc2Vuc2U' }));
    expect(error.class).toBe('gone');
  });
}

export async function pollAll(
  session: ConnectorSession,
  object: string,
  since: string,
  cursor: string | undefined,
): Promise<{ changes: RecordChange[]; cursor: string }> {
  const changes: RecordChange[] = [];
  let position = cursor;
  for (;;) {
    const page = await session.changes({ object, since, cursor: position, limit: 2 });
    changes.push(...page.changes);
    position = page.cursor;
    if (!page.hasMore) return { changes, cursor: page.cursor };
  }
}
