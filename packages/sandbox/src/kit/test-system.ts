import { describeParameter } from './parameters/check-parameters.ts';
import type { SandboxSystem } from './system.ts';

/** The smallest possible system, in which things can be created and listed. The kit's own tests use it. */
export const testSystem: SandboxSystem = {
  id: 'things',
  title: 'Things',
  actions: [
    {
      id: 'rename',
      title: 'Rename a thing',
      about: 'Gives it the name “renamed”.',
      button: 'Rename',
      offers: ({ state }) =>
        state
          .collection<{ id: string }>('thing')
          .all()
          .map(({ id }) => ({ id, name: id, facts: [] })),
      run: ({ state }, id) => {
        if (!state.collection('thing').has(id)) throw new Refusal(`no thing ${id}`);
        state.collection('thing').update(id, { id, name: 'renamed' });
        return `${id} is renamed.`;
      },
    },
  ],
  credentials: {},
  seed: (state) => {
    state.collection('thing').insert('seeded', { id: 'seeded' });
  },
  routes: (app, { state, events }) => {
    app.get('/things', (c) => c.json({ things: state.collection('thing').all() }));
    app.post('/things', (c) => {
      const id = `thing-${state.next('thing')}`;
      state.collection('thing').insert(id, { id });
      events.emit({ id: `event-${id}`, type: 'thing.created', body: { id } });
      return c.json({ id }, 201);
    });
    app.post('/refuse', () => {
      throw new Refusal('not this');
    });
    app.post('/break', () => {
      throw new Error('a defect');
    });
  },
  coverage: [
    {
      method: 'GET',
      path: '/things',
      status: 'implemented',
      doc: 'Things',
      parameters: {
        query: { implemented: 'page', refused: 'colour', ignored: { _: 'Things: cache busting' } },
        header: { implemented: 'X-Thing-Version' },
      },
    },
    {
      method: 'POST',
      path: '/things',
      status: 'implemented',
      doc: 'Things',
      parameters: { query: {}, body: { implemented: 'name' } },
    },
    { method: 'GET', path: '/later/:id', status: 'not-implemented', doc: 'Later', note: 'Nobody needed it.' },
  ],
  problem: (problem) => {
    switch (problem.kind) {
      case 'throttled':
        return Response.json(
          { problem: 'throttled' },
          {
            status: 429,
            headers:
              problem.retryAfterSeconds === undefined ? {} : { 'retry-after': String(problem.retryAfterSeconds) },
          },
        );
      case 'server-error':
        return Response.json({ problem: 'server error' }, { status: problem.status });
      case 'lock':
        return Response.json({ problem: 'locked' }, { status: 409 });
      case 'unknown-route':
        return Response.json({ problem: 'unknown route' }, { status: 404 });
      case 'not-implemented':
        return Response.json({ problem: 'not implemented', note: problem.note }, { status: 501 });
      case 'parameter':
        return Response.json({ problem: describeParameter(problem.parameter) }, { status: 501 });
      case 'internal': {
        const isRefusal = problem.error instanceof Refusal;
        return Response.json({ problem: problem.error.message }, { status: isRefusal ? 400 : 500 });
      }
    }
  },
};

class Refusal extends Error {
  override name = 'Refusal';
}
