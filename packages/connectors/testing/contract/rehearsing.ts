import { expect, it } from 'vitest';
import type { RehearsedRequest, WriteRequest } from '@throughline/core/connector';
import type { ContractFixture } from '../contract-fixture.ts';
import type { ContractWorld } from '../contract-world.ts';
import { errorOf, summary } from './expect-error.ts';
import { upsertOf } from './writing.ts';

export function rehearsingContract(fixture: ContractFixture, world: () => ContractWorld): void {
  const { object } = fixture;
  const requests = (id: string): readonly WriteRequest[] => [
    upsertOf(fixture, 'C-1', 'Changed'),
    { object, operation: 'update', identity: { by: 'id', id }, record: fixture.record('By id') },
    { object, operation: 'delete', identity: { by: 'id', id } },
    { ...upsertOf(fixture, 'C-2', 'Another'), operation: 'create' },
  ];

  it('rehearses exactly the request that the write then sends, and changes nothing by it', async () => {
    const { session, control, test } = world();
    const [made] = await session.write([upsertOf(fixture, 'C-1', 'First')]);
    const id = made?.isOk === true ? made.id : '';
    for (const request of requests(id)) {
      const before = await fixture.count(control, 'C-2');
      const rehearsed = await session.rehearse(request);
      expect(await fixture.count(control, 'C-2')).toBe(before);
      const { length } = test.journal;
      const [outcome] = await session.write([request]);
      expect(outcome).toMatchObject({ isOk: true });
      const known = new Set(rehearsed.map(({ method, url }) => `${method} ${url}`));
      const sent = test.journal.slice(length).filter(({ method, url }) => known.has(`${method} ${url}`));
      expect(sent.map(({ method, url, requestBytes }) => ({ method, url, requestBytes }))).toEqual(
        rehearsed.map(asSent),
      );
      expect(rehearsed.length).toBeGreaterThan(0);
    }
  });

  it('shows that a rehearsed request carries credentials, and none of them', async () => {
    const rehearsed = await world().session.rehearse(upsertOf(fixture, 'C-1', 'First'));
    expect(rehearsed.map(({ headers }) => headers['authorization'])).toEqual(rehearsed.map(() => '•••'));
    const text = JSON.stringify(rehearsed);
    for (const secret of fixture.secrets) expect(text).not.toContain(secret);
  });

  it('fails in a rehearsal as the write would before it sends anything', async () => {
    const { session } = world();
    const unknown = { ...upsertOf(fixture, 'C-1', 'One'), record: { ...fixture.record('One'), Nonsense: 1 } };
    expect(summary(await errorOf(session.rehearse(unknown)))).toEqual({
      class: 'validation',
      fields: ['Nonsense'],
      isOutcomeUnknown: false,
    });
  });
}

const asSent = ({ method, url, body }: RehearsedRequest) => ({
  method,
  url,
  requestBytes: body === undefined ? 0 : Buffer.byteLength(JSON.stringify(body)),
});
