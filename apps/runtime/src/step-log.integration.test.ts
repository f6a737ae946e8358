import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { StepLog } from './run/step-log.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
afterEach(() => world.database.db.pool.query('alter table step_run drop constraint if exists refused_by_test'));

/** The database refuses every step whose output says so. */
const refuse = (what: string) =>
  world.database.db.pool.query(
    `alter table step_run add constraint refused_by_test check ((${what}) is distinct from 'refused')`,
  );
const shown = async (runId: string) =>
  (await world.steps(runId)).map(({ path, state, output, errorMessage }) => ({ path, state, output, errorMessage }));

describe('the log of a run’s steps', () => {
  it('holds a row without its payload when the database refuses it, says so, and the run goes on', async () => {
    await refuse(`output->'body'->>'kind'`);
    await world.flow('refused-row', [
      respond('odd', '{ "kind": "refused" }'),
      respond('plain', '{ "kind": "plain" }'),
      respond('answer', '$steps.odd.body.kind'),
    ]);
    const ended = await world.runThrough('refused-row');
    expect(ended).toMatchObject({ state: 'succeeded', output: { body: 'refused' } });
    expect(await shown(ended.id)).toEqual([
      {
        path: 'odd',
        state: 'succeeded',
        output: null,
        errorMessage:
          'What this step worked on and what it gave are not shown, because they could not be stored. The database refused a statement: it reported an error (23514, table step_run, constraint refused_by_test).',
      },
      { path: 'plain', state: 'succeeded', output: { status: 200, body: { kind: 'plain' } }, errorMessage: null },
      { path: 'answer', state: 'succeeded', output: { status: 200, body: 'refused' }, errorMessage: null },
    ]);
  });

  it('shows text that cannot be stored spelled out, wherever it comes from', async () => {
    await world.flow('odd-text', [
      respond('odd', String.raw`"a\u0000b"`),
      step(
        'respond',
        'broken',
        { body: String.raw`$error("It is a\u0000b.")` },
        { bodies: { onError: [respond('answer', '"caught"')] } },
      ),
    ]);
    const ended = await world.runThrough('odd-text');
    expect(ended).toMatchObject({ state: 'succeeded', output: { body: 'caught' } });
    expect((await shown(ended.id)).map(({ path, output }) => ({ path, output }))).toEqual([
      { path: 'odd', output: { status: 200, body: String.raw`a\u0000b` } },
      { path: 'broken', output: null },
      { path: 'answer', output: { status: 200, body: 'caught' } },
    ]);
  });

  it('keeps its rows until they are saved', async () => {
    await world.flow('rows', [respond('answer', '1')]);
    const { id } = await world.runThrough('rows');
    await world.database.db.pool.query('delete from step_run where run_id = $1', [id]);
    let isDown = true;
    const log = new StepLog(
      id,
      (work) => (isDown ? Promise.reject(new Error('The connection broke.')) : world.tx(work)),
      () => 1_790_000_000_000,
    );
    log.start({ id: 'answer', kind: 'respond' }, 'answer');
    log.succeed('answer', 1);
    await expect(log.flush()).rejects.toThrow('The connection broke.');
    isDown = false;
    await log.flush();
    expect(await shown(id)).toEqual([{ path: 'answer', state: 'succeeded', output: 1, errorMessage: null }]);
  });

  it('holds a step that took longer than a number of the database can say', async () => {
    await world.flow('long', [respond('answer', '1')]);
    const { id } = await world.runThrough('long');
    await world.database.db.pool.query('delete from step_run where run_id = $1', [id]);
    let nowMs = 1_790_000_000_000;
    const log = new StepLog(
      id,
      (work) => world.tx(work),
      () => nowMs,
    );
    log.start({ id: 'answer', kind: 'wait' }, 'answer');
    nowMs += 40 * 86_400_000;
    log.succeed('answer', 1);
    await log.flush();
    expect(await world.steps(id)).toMatchObject([{ output: 1, durationMs: 2_147_483_647 }]);
  });
});

describe('the label of a run', () => {
  it.each([
    ['holds the NUL character', String.raw`"Quay\u0000Ltd"`, 'Quay\uFFFDLtd'],
    ['holds half a surrogate pair', String.raw`"Quay\ud83d"`, 'Quay\uFFFD'],
    ['is too long', '$pad("", 100000, "x")', `${'x'.repeat(499)}…`],
  ])('is made storable when it %s', async (title, label, stored) => {
    const key = `label-${title.replaceAll(' ', '-')}`.toLowerCase();
    const body = [respond('named', label), respond('answer', '1')];
    await world.flow(key, body, { settings: { businessLabel: '$steps.named.body' } });
    expect(await world.runThrough(key)).toMatchObject({ state: 'succeeded', businessLabel: stored });
  });

  it('is left out when the database refuses it', async () => {
    await world.flow('label-refused', [respond('answer', '"a label"')], {
      settings: { businessLabel: '$steps.answer.body' },
    });
    const { pool } = world.database.db;
    await pool.query(`alter table run add constraint refused_by_test check (business_label <> 'a label')`);
    const ended = await world.runThrough('label-refused');
    await pool.query('alter table run drop constraint refused_by_test');
    expect(ended).toMatchObject({ state: 'succeeded', businessLabel: null });
  });
});
