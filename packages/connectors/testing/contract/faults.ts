import { expect, it } from 'vitest';
import type { ContractFixture } from '../contract-fixture.ts';
import type { ContractWorld } from '../contract-world.ts';
import { errorOf, summary } from './expect-error.ts';
import { upsertOf } from './writing.ts';

/** Real time a call may take in the tests that wait for a deadline. */
const SHORT_DEADLINE_MS = 1000;
const key = 'C-1';
const transient = { class: 'transient', fields: [], isOutcomeUnknown: false };

export function faultsContract(fixture: ContractFixture, world: () => ContractWorld): void {
  lostReplies(fixture, world);
  brokenBodies(fixture, world);
  silence(fixture, world);
  const { object } = fixture;
  const created = [{ isOk: true, id: expect.stringMatching(/.+/), effect: 'created' }];
  const list = () => firstPage(fixture, world());

  it.runIf(fixture.hasRetryAfter)('waits as long as a 429 asks for, then continues', async () => {
    const { control, test } = world();
    await control.fault({ kind: 'throttle', retryAfterSeconds: 7 });
    const { records } = await list();
    expect(records.length).toBeGreaterThan(0);
    expect(test.sleeps).toContain(7000);
  });

  it('waits longer each time when a 429 names no waiting time', async () => {
    const { control, test } = world();
    await control.fault({ kind: 'throttle', count: 2 });
    const { records } = await list();
    expect(records.length).toBeGreaterThan(0);
    expect(test.sleeps.filter((each) => each >= 750)).toEqual([750, 1500]);
  });

  it.runIf(fixture.hasRetryAfter)(
    'gives back a waiting time beyond the deadline instead of waiting it out',
    async () => {
      const { control, session } = world();
      await session.describe(object);
      await control.fault({ kind: 'throttle', retryAfterSeconds: 120 });
      const error = await errorOf(session.list({ object: fixture.paged.object }, { deadlineMs: 30_000 }));
      expect({ class: error.class, retryAfterMs: error.retryAfterMs }).toEqual({
        class: 'throttled',
        retryAfterMs: 120_000,
      });
    },
  );

  it.each([
    ['a lock', { kind: 'lock' }],
    ['a 503', { kind: 'server-error', status: 503 }],
  ])('writes once after %s', async (_name, fault) => {
    const { control, session } = world();
    await control.fault({ ...fault, match: fixture.writeRequest.upsert });
    expect(await session.write([upsertOf(fixture, key, 'First')])).toEqual(created);
    expect(await fixture.count(control, key)).toBe(1);
  });
}

function lostReplies(fixture: ContractFixture, world: () => ContractWorld): void {
  const { object } = fixture;
  it.each([
    ['upsert' as const, { kind: 'timeout-after-commit' }],
    ['create' as const, { kind: 'timeout-after-commit' }],
    ['upsert' as const, { kind: 'malformed-body' }],
  ])('leaves one record when the reply to its %s is lost (%o)', async (operation, fault) => {
    const { control, session } = world();
    await control.fault({ ...fault, match: fixture.writeRequest[operation] });
    const [outcome] = await session.write([{ ...upsertOf(fixture, key, 'First'), operation }]);
    expect(outcome?.isOk).toBe(true);
    expect(await fixture.count(control, key)).toBe(1);
  });

  const recognises = fixture.connector.manifest.objects[object]?.write?.recognisesRepeats !== false;
  const unknown = { ...transient, isOutcomeUnknown: true };
  it.each([
    ['a connection cut before anything was done', { kind: 'timeout-before' }, 0],
    [
      'a connection cut before anything was done, which is done later',
      { kind: 'timeout-after-commit', delayMs: 300 },
      1,
    ],
    ['a 500', { kind: 'server-error', status: 500 }, 0],
  ])(
    recognises
      ? 'repeats an upsert that the system recognises after %s'
      : 'leaves to its caller whether to repeat an upsert after %s',
    async (_name, fault, doneByFirst) => {
      const { control, session } = world();
      await control.fault({ ...fault, match: fixture.writeRequest.upsert });
      const [outcome] = await session.write([upsertOf(fixture, key, 'First')]);
      expect(outcome?.isOk === false ? summary(outcome.error) : outcome?.isOk).toEqual(recognises ? true : unknown);
      await expect.poll(() => fixture.count(control, key)).toBe(recognises ? 1 : doneByFirst);
      const { method, path } = fixture.writeRequest.upsert;
      const address = new RegExp(path.replaceAll('*', '.*'));
      const sent = (await control.requests()).filter((each) => each.method === method && address.test(each.path));
      expect(sent).toHaveLength(recognises ? 2 : 1);
    },
  );

  it('says that the outcome is unknown when a write without a key loses its reply, and does not repeat it', async () => {
    const { control, session } = world();
    await session.describe(object);
    const since = await control.lastSeq();
    await control.fault({ kind: 'timeout-after-commit', count: 9, match: { method: 'POST' } });
    const [outcome] = await session.write([{ object, operation: 'create', record: fixture.record('Only') }]);
    expect(outcome?.isOk === false && summary(outcome.error)).toEqual({ ...transient, isOutcomeUnknown: true });
    const posts = (await control.requests(since)).filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(1);
  });
}

function brokenBodies(fixture: ContractFixture, world: () => ContractWorld): void {
  const list = () => firstPage(fixture, world());
  it('reads again after a body that was cut off, and says so when it stays cut off', async () => {
    const { control, session } = world();
    await control.fault({ kind: 'malformed-body', match: { path: '*' }, skip: 1 });
    expect((await list()).records.length).toBeGreaterThan(0);
    await control.fault({ kind: 'malformed-body', count: 20 });
    const error = await errorOf(session.list({ object: fixture.paged.object }));
    expect(summary(error)).toEqual(transient);
    expect(error.message).toMatch(/with a body that is not JSON \(\d+ bytes\)\.$/);
  });

  it('notices when a record comes without its id', async () => {
    const { control, session } = world();
    await list();
    const idField = fixture.connector.manifest.objects[fixture.paged.object]?.identity.field ?? '';
    await control.fault({ kind: 'schema-drift', drift: { rename: { [idField]: 'renamed' } } });
    const error = await errorOf(session.list({ object: fixture.paged.object }));
    expect([error.class, error.vendorCode]).toEqual(['fatal', 'SCHEMA_DRIFT']);
    expect(error.fields.join(',')).toMatch(new RegExp(`\\b${idField}$`));
  });

  it('accepts fields that it has never seen', async () => {
    const { control } = world();
    const before = await list();
    await control.fault({ kind: 'schema-drift', drift: { add: { brandNew: 1 } } });
    const after = await list();
    expect(after.records.map((record) => record[fixture.pagedField])).toEqual(
      before.records.map((record) => record[fixture.pagedField]),
    );
  });
}

function silence(fixture: ContractFixture, world: () => ContractWorld): void {
  const { object } = fixture;
  const list = () => firstPage(fixture, world());
  it.each([
    ['slow', { kind: 'slow', delayMs: 20_000, count: 9 }],
    ['half-open', { kind: 'half-open', count: 9 }],
  ])('ends a read at its deadline when the vendor is %s', async (_name, fault) => {
    const { control, session } = world();
    await list();
    await control.fault(fault);
    const error = await errorOf(session.list({ object: fixture.paged.object }, { deadlineMs: SHORT_DEADLINE_MS }));
    expect(summary(error)).toEqual(transient);
    expect(error.message).toContain(`did not answer within ${SHORT_DEADLINE_MS} ms`);
  });

  it('says that the outcome is unknown when a write meets a half-open socket', async () => {
    const { control, session } = world();
    await session.describe(object);
    await control.fault({ kind: 'half-open', count: 9, match: fixture.writeRequest.upsert });
    const [outcome] = await session.write([upsertOf(fixture, key, 'First')], { deadlineMs: SHORT_DEADLINE_MS });
    expect(outcome?.isOk === false && summary(outcome.error)).toEqual({ ...transient, isOutcomeUnknown: true });
  });

  it('ends at once when the caller gives up', async () => {
    const { control, session } = world();
    await list();
    await control.fault({ kind: 'half-open' });
    const giveUp = new AbortController();
    const call = errorOf(session.list({ object: fixture.paged.object }, { signal: giveUp.signal }));
    giveUp.abort();
    expect((await call).message).toMatch(/was cancelled\.$/);
  });
}

function firstPage(fixture: ContractFixture, { session }: ContractWorld) {
  const { object, limit } = fixture.paged;
  return session.list({ object, limit });
}
