import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectsOf, openKantata } from '../../testing/kantata/open-kantata.ts';
import type { Json, OpenKantata } from '../../testing/kantata/open-kantata.ts';
import { PROJECT, invalid, refused } from '../../testing/kantata/samples.ts';

let kantata: OpenKantata;
beforeEach(async () => {
  kantata = await openKantata();
});
afterEach(async () => await kantata.close());

describe('tasks', () => {
  test('phases and tasks form a tree with sums', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    const phase = await kantata.create('stories', { workspace_id, title: 'Discovery', story_type: 'deliverable' });
    await kantata.call('POST', '/stories.json', {
      stories: ['Interviews', 'Process maps'].map((title, at) => ({
        workspace_id,
        title,
        parent_id: Number(phase['id']),
        time_estimate_in_minutes: 600 * (at + 1),
        budget_estimate_in_cents: 100_000,
      })),
    });
    const [shown] = await kantata.list(`/stories.json?only=${String(phase['id'])}&include=sub_stories,descendants`);
    expect(shown).toMatchObject({
      title: 'Discovery',
      story_type: 'deliverable',
      parent_id: null,
      root_id: null,
      sub_story_count: 2,
      sub_stories_time_estimate_in_minutes: 1800,
      sub_stories_budget_estimate_in_cents: 200_000,
      sub_story_ids: ['62000002', '62000003'],
    });
    const children = await kantata.list(`/stories.json?with_parent_id=${String(phase['id'])}&order=position:asc`);
    expect(children.map(({ title, position, root_id }) => ({ title, position, root_id }))).toEqual([
      { title: 'Interviews', position: 1, root_id: phase['id'] },
      { title: 'Process maps', position: 2, root_id: phase['id'] },
    ]);
  });

  test('a deleted task leaves its traces but is hidden, together with everything below it', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    const phase = await kantata.create('stories', { workspace_id, title: 'Phase' });
    const external_reference = { service_name: 'throughline', service_model: 'task', service_model_ref: 't-1' };
    await kantata.create('stories', { workspace_id, title: 'Task', parent_id: phase['id'], external_reference });
    const path = `/stories/${String(phase['id'])}.json`;
    expect((await kantata.call('DELETE', path)).status).toBe(204);
    expect(await kantata.list('/stories.json')).toEqual([]);
    const deleted = await kantata.list('/stories.json?show_deleted=true&order=created_at:asc');
    expect(deleted.map((each) => [each['title'], each['deleted_at']])).toEqual([
      ['Phase', '2026-11-23T09:00:00+00:00'],
      ['Task', '2026-11-23T09:00:00+00:00'],
    ]);
    expect(await kantata.list('/external_references.json?subject_type=Story')).toEqual([]);
    const answers = [
      await kantata.call('GET', path),
      await kantata.call('PUT', path, { story: { title: 'X' } }),
      await kantata.call('DELETE', path),
      await kantata.call('GET', `${path}?show_deleted=true`),
    ];
    expect(answers.map((each) => each.status)).toEqual([404, 404, 404, 200]);
  });

  test('a task is refused for each of these reasons', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    const other = await kantata.create('workspaces', PROJECT);
    const foreign = await kantata.create('stories', { workspace_id: other['id'], title: 'Foreign' });
    const refusal = async (story: Json) => await kantata.call('POST', '/stories.json', { story });
    expect(await refusal({ story_type: 'epic', time_estimate_in_minutes: 1.5 })).toEqual(
      refused(
        invalid('title', "Title can't be blank"),
        invalid('workspace_id', "Workspace can't be blank"),
        invalid('story_type', 'Story type is not included in the list'),
        invalid('time_estimate_in_minutes', 'Time estimate in minutes must be an integer greater than or equal to 0'),
      ),
    );
    expect(await refusal({ workspace_id, title: 'T', parent_id: foreign['id'] })).toEqual(
      refused(invalid('parent_id', 'Parent must be a task of the same project')),
    );
    expect(await refusal({ workspace_id, title: 'T', assignee_ids: ['11300005'] })).toEqual(
      refused(invalid('assignee_ids', 'Assignees must participate in the project: 11300005')),
    );
  });

  test('a tree has at most four levels and no loops', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    const ids: string[] = [];
    for (let depth = 0; depth <= 4; depth += 1) {
      const story = await kantata.create('stories', {
        workspace_id,
        title: `L${depth}`,
        parent_id: ids.at(-1) ?? null,
      });
      ids.push(String(story['id']));
    }
    const deeper = { story: { workspace_id, title: 'L5', parent_id: ids.at(-1) } };
    expect(await kantata.call('POST', '/stories.json', deeper)).toEqual(
      refused(invalid('parent_id', 'Tasks can be nested four levels deep at most')),
    );
    expect(await kantata.call('PUT', `/stories/${ids[0]}`, { story: { parent_id: ids[2] } })).toEqual(
      refused(invalid('parent_id', 'Parent would form a loop')),
    );
  });

  test('only participants can be assigned, and the list that is sent replaces the existing one', async () => {
    const { id: workspace_id } = await kantata.create('workspaces', PROJECT);
    for (const user_id of ['11300005', '11300006']) await kantata.create('participations', { workspace_id, user_id });
    const story = await kantata.create('stories', { workspace_id, title: 'T', assignee_ids: [11300005] });
    const change = { story: { assignments: [{ assignee_id: 11300006 }] } };
    const answer = await kantata.call('PUT', `/stories/${String(story['id'])}.json?include=assignees`, change);
    expect(objectsOf(answer)[0]?.['assignee_ids']).toEqual(['11300006']);
  });
});
