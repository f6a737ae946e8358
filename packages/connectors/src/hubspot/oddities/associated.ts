import type { SourceRecord } from '@throughline/core/connector';
import { z } from 'zod';
import { parseWire } from '../../kit/parse-wire.ts';
import type { ReadChildren } from '../../kit/session/system.ts';
import { isOurs, propertiesOf } from '../properties.ts';

const pairsReply = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: z.string() }),
      to: z.array(z.object({ toObjectId: z.coerce.string() })),
      paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
    }),
  ),
});
const recordsReply = z.object({ results: z.array(z.looseObject({ id: z.string() })) });
const MOST = 100;

/**
 * Child lists are associations: their pairs are read first, then the records at the other end.
 * https://developers.hubspot.com/docs/guides/api/crm/associations/associations-v4
 */
export const associated: ReadChildren = async (call, parent, parentIds, { object, foreignKey }) => {
  const schema = await call.schema(object);
  const post = async (path: string, body: object) =>
    (await call.send({ method: 'POST', path, body, isRepeatable: true, isRead: true })).body;
  const pairs: { readonly parentId: string; readonly id: string }[] = [];
  for (const ids of inPieces(parentIds)) {
    const path = `/crm/v4/associations/${parent.name}/${object.name}/batch/read`;
    // Each parent has pages of its own, and a reply names those that have more.
    let inputs: readonly { readonly id: string; readonly after?: string }[] = ids.map((id) => ({ id }));
    while (inputs.length > 0) {
      const { results } = parseWire(pairsReply, await post(path, { inputs }), 'HubSpot', path);
      pairs.push(...results.flatMap(({ from, to }) => to.map(({ toObjectId: id }) => ({ parentId: from.id, id }))));
      inputs = results.flatMap(({ from: { id }, paging: { next } = {} }) =>
        next === undefined ? [] : [{ id, after: next.after }],
      );
    }
  }
  const records = new Map<string, SourceRecord>();
  for (const ids of inPieces([...new Set(pairs.map(({ id }) => id))])) {
    const path = `/crm/v3/objects/${object.name}/batch/read`;
    const wanted = { properties: propertiesOf(schema), propertiesWithHistory: [] };
    const body = await post(path, { ...wanted, inputs: ids.map((id) => ({ id })) });
    for (const row of parseWire(recordsReply, body, 'HubSpot', path).results) {
      records.set(row.id, call.wireOf(object).toRecord(row, object, schema));
    }
  }
  const listOf = (parentId: string, ids: readonly { readonly id: string }[]): SourceRecord[] =>
    ids.flatMap(({ id }) => {
      const record = records.get(id);
      if (record === undefined) return [];
      // A property of HubSpot's own is kept: it names the primary company, and this list may be another company's.
      return [isOurs(foreignKey) ? { ...record, [foreignKey]: parentId } : record];
    });
  const byParent = Map.groupBy(pairs, ({ parentId }) => parentId);
  return new Map([...byParent].map(([parentId, own]) => [parentId, listOf(parentId, own)]));
};

function inPieces(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / MOST) }, (_, piece) =>
    ids.slice(piece * MOST, (piece + 1) * MOST),
  );
}
