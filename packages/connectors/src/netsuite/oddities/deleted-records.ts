import type { RecordChange } from '@throughline/core/connector';
import { followMarks } from '../../kit/changes/watermark.ts';
import type { Follow } from '../../kit/session/system.ts';
import { selectionOf } from '../selection.ts';
import { quote, markOrder, selectExpression } from '../sql.ts';
import { rowsOf, suiteql, toSql } from '../suiteql.ts';

const DELETED = 'r.deleteddate';

/**
 * Deleted records of all types are in a table of their own, `deletedrecord` of the Records Catalog.
 * https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_157909186990.html
 */
export const deletedRecords: Follow = (poll) =>
  followMarks(poll, async (start) => {
    const { call, object, limit } = poll;
    const { scriptId } = selectionOf(object, await call.schema(object)).binding;
    const column = (name: string) => (name === 'id' ? 'r.recordid' : DELETED);
    const where = [`LOWER(r.scriptid) = ${quote(scriptId)}`, toSql(start, { column, schema: () => undefined })];
    const query = [
      `SELECT r.recordid AS id, ${selectExpression(DELETED, { format: 'date-time' })} AS deletedat FROM deletedrecord r`,
      `WHERE ${where.join(' AND ')} ORDER BY ${markOrder(DELETED)}, r.recordid`,
    ];
    const { body } = await call.send({ ...suiteql(query.join(' ')), query: { limit, offset: 0 } });
    return rowsOf(body).map((row): RecordChange => {
      const changedAt = new Date(`${String(row['deletedat'])}Z`).toISOString();
      return { id: String(row['id']), kind: 'deleted', version: changedAt, changedAt };
    });
  });
