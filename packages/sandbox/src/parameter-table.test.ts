import { describe, expect, test } from 'vitest';
import { parameterTable } from './parameter-table.ts';
import { systems } from './systems.ts';

describe('the tables of parameters', () => {
  test.each(Object.values(systems).map((system) => [system.id, system.coverage] as const))(
    '%s is current',
    async (id, coverage) => {
      await expect(parameterTable(id, coverage)).toMatchFileSnapshot(`../parameters/${id}.md`);
    },
  );

  test('say of each place what is implemented, refused and ignored', () => {
    const table = parameterTable('things', [
      {
        method: 'GET',
        path: '/things.json',
        status: 'implemented',
        doc: 'Things',
        parameters: {
          query: { implemented: 'page', refused: 'colour', ignored: { _: 'Caching' } },
          header: { implemented: 'X-Thing' },
        },
      },
      { method: 'GET', path: '/things', status: 'implemented', doc: 'Things', parameters: {} },
      { method: 'GET', path: '/bare', status: 'implemented', doc: 'Bare', parameters: { query: {} } },
      { method: 'GET', path: '/later', status: 'not-implemented', doc: 'Later' },
    ]);
    expect(table.split('\n').slice(8, -1)).toEqual([
      '| GET /things | query | page | colour | _ (Caching) | Things |',
      '| GET /things | header | X-Thing |  |  | Things |',
      '| GET /bare | query |  |  |  | Bare |',
      '| GET /later |  |  | the whole route |  | Later |',
    ]);
  });
});
