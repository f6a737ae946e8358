import type { SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { z } from 'zod';
import { cursor } from '../../kit/pagers/cursor.ts';
import { parseWire } from '../../kit/parse-wire.ts';
import { readAllRows } from '../../kit/session/read-rows.ts';
import { equalTo } from '../../kit/session/row-query.ts';
import type { RowQuery } from '../../kit/session/row-query.ts';
import type { Call, ObjectWire } from '../../kit/session/system.ts';
import type { Step } from '../../kit/writes/decide-write.ts';
import { fits } from '../search.ts';

const ENDS = ['fromType', 'fromId', 'toType', 'toId'] as const;
const ID = /^[a-z_]+\/\d+\/[a-z_]+\/\d+$/;

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
  keeps: (row, query) => fits({ id: row['id'], properties: row }, query),
  toRecord: (row) => row,
  // An id alone does not say which list to read; `byId` takes it apart.
  filterable: () => ENDS,
  idForm: ID,
  byId,
  writes: {
    strategy: 'native-external-id',
    request: (_call, _object, kind, [step]) => {
      const [fromType, fromId, toType, toId] = partsOf(step as Step).map(encodeURIComponent);
      return {
        method: kind === 'delete' ? 'DELETE' : 'PUT',
        path: `/crm/v4/objects/${fromType}/${fromId}/associations/${kind === 'delete' ? '' : 'default/'}${toType}/${toId}`,
        isRepeatable: true,
      };
    },
    outcomes: (_reply, _object, [step]) => [{ isOk: true, id: idOf(step as Step), effect: (step as Step).effect }],
    // The vendor answers a repetition like the first time. An undo must not remove what a person had associated.
    existing: async (call, object, record) => {
      const id = idOf({ record });
      return ID.test(id) && (await byId(call, object, id)) !== undefined ? id : undefined;
    },
    isGone: async (call, object, id) => (await byId(call, object, id)) === undefined,
  },
};

function idOf(step: Pick<Step, 'id' | 'record'>): string {
  return partsOf(step).join('/');
}

function partsOf({ id, record }: Pick<Step, 'id' | 'record'>): readonly string[] {
  return id?.split('/') ?? ENDS.map((name) => String(record[name]));
}

async function byId(call: Call, object: ObjectManifest, id: string): Promise<SourceRecord | undefined> {
  const [fromType = '', fromId = '', toType = '', toId = ''] = id.split('/');
  try {
    return (await readAllRows(call, object, equalTo({ fromType, fromId, toType, toId })))[0];
  } catch (cause) {
    // The associations of a record end with it.
    if (cause instanceof ConnectorError && cause.class === 'not-found') return undefined;
    throw cause;
  }
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
