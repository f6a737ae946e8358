import { ConnectorError } from '@throughline/core/connector/error';
import { z } from 'zod';
import { cursor } from '../../kit/pagers/cursor.ts';
import { parseWire } from '../../kit/parse-wire.ts';
import type { RowQuery } from '../../kit/session/row-query.ts';
import type { ObjectWire } from '../../kit/session/system.ts';
import type { Step } from '../../kit/writes/decide-write.ts';

const reply = z.object({ results: z.array(z.object({ toObjectId: z.coerce.string() })) });

/**
 * Associations have no ids and no list of their own: each is an address made of both its ends. We put such an address
 * together, and list by the one end.
 * https://developers.hubspot.com/docs/guides/api/crm/associations/associations-v4
 */
export const associationWire: ObjectWire = {
  pager: cursor('paging.next.after'),
  request: (_call, _object, query) => {
    const { fromType, fromId, toType } = endsOf(query);
    return { method: 'GET', path: `/crm/v4/objects/${fromType}/${fromId}/associations/${toType}`, isRepeatable: true };
  },
  rows: (body, _object, query) => {
    const { fromType, fromId, toType } = endsOf(query);
    const { results } = parseWire(reply, body, 'HubSpot', 'associations');
    return results.map(({ toObjectId: toId }) => ({
      id: `${fromType}/${fromId}/${toType}/${toId}`,
      fromType,
      fromId,
      toType,
      toId,
    }));
  },
  toRecord: (row) => row,
  idForm: /^[a-z_]+\/\d+\/[a-z_]+\/\d+$/,
  writes: {
    strategy: 'native-external-id',
    request: (_call, _object, kind, [step]) => {
      const [fromType, fromId, toType, toId] = idOf(step as Step).split('/');
      return {
        method: kind === 'delete' ? 'DELETE' : 'PUT',
        path: `/crm/v4/objects/${fromType}/${fromId}/associations/${kind === 'delete' ? '' : 'default/'}${toType}/${toId}`,
        isRepeatable: true,
      };
    },
    outcomes: (_reply, _object, [step]) => [{ isOk: true, id: idOf(step as Step), effect: (step as Step).effect }],
  },
};

function idOf({ id, record }: Step): string {
  return id ?? ['fromType', 'fromId', 'toType', 'toId'].map((name) => String(record[name])).join('/');
}

function endsOf({ where }: RowQuery) {
  const valueOf = (field: string): string => {
    const found = where.find((each) => each.field === field);
    if (found?.test === 'equals' && /^[a-z_]+$|^\d+$/.test(String(found.value))) return String(found.value);
    throw new ConnectorError('Associations are listed by fromType, fromId and toType only.', {
      class: 'validation',
      fields: [field],
    });
  };
  return { fromType: valueOf('fromType'), fromId: valueOf('fromId'), toType: valueOf('toType') };
}
