import { and, eq } from 'drizzle-orm';
import { connectorCatalog } from '@throughline/connectors/catalog';
import type { SourceRecord } from '@throughline/core/connector';
import type { ConnectorCatalog, ObjectManifest } from '@throughline/core/connector/manifest';
import { ownValue } from '@throughline/core/connector/own-value';
import { recordName } from '@throughline/core/connector/record-name';
import type { Database, OrganisationTx } from '@throughline/core/db';
import { decideEvent } from '@throughline/core/db/events/decide-event';
import { readSample, type ReadSampleInput, type RequestFrame } from '@throughline/core/db/runs/engine-request';
import { connection } from '@throughline/core/db/schema/connection';
import { flowSchema, type FlowDocument, type RecordTrigger } from '@throughline/core/flow';
import { Refusal } from '../trpc/refusal.ts';
import { equalitiesOf } from './equalities-of.ts';
import { whyIgnored } from './why-ignored.ts';

/** A record of the trigger's system that a test can take. */
export interface SampleRecord {
  readonly id: string;
  /** Its id where the object has no names. */
  readonly name: string;
  /** Why the trigger would not start a run for it; null if it would. */
  readonly ignored: string | null;
}

export interface SampleRequest {
  readonly frame: RequestFrame;
  /** The flow as it is in the editor; only its trigger and settings have to be complete. */
  readonly flow: unknown;
}

const catalog: ConnectorCatalog = connectorCatalog;
const mostRecords = 25;

/**
 * The records that changed last and would start a run of this flow, and behind them those that its condition ignores;
 * with a text only those with that text in their name. The runtime asks the system for them, and no run is made.
 */
export async function listSampleRecords(
  db: Database,
  connectionOf: ConnectionOf,
  { frame, flow: document, text }: SampleRequest & { readonly text: string },
): Promise<readonly SampleRecord[]> {
  const flow = readHead(document);
  const trigger = recordTriggerOf(flow);
  const { id: connectionId, system } = await connectionOf(trigger.connection);
  const object = ownValue(ownValue(catalog, system)?.objects, trigger.object);
  if (object === undefined) throw unknownObject(trigger.object);
  const list = async (where: ReadSampleInput['where']): Promise<readonly SourceRecord[]> => {
    const nameHas = text === '' || object.nameField === undefined ? undefined : text;
    const shape = { connectionId, object: trigger.object, include: trigger.include };
    const answer = await readSample(db, frame, { ...shape, where, nameHas, newestFirst: true, limit: mostRecords });
    return answer.records;
  };
  const demanded = demandedOf(trigger, object);
  const wanted = Object.keys(demanded).length === 0 ? [] : await list(demanded);
  const idOf = (record: SourceRecord) => String(record[object.identity.field]);
  const all = new Map([...wanted, ...(await list(undefined))].map((record) => [idOf(record), record]));
  return [...all]
    .map(([id, record]) => ({ id, name: recordName(object, record) ?? id, ignored: ignoredBecause(flow, record) }))
    .toSorted((one, other) => Number(one.ignored !== null) - Number(other.ignored !== null));
}

/** One record as the trigger would read it. */
export async function readSampleRecord(
  db: Database,
  connectionOf: ConnectionOf,
  { frame, flow: document, recordId }: SampleRequest & { readonly recordId: string },
): Promise<SourceRecord> {
  const { connection: key, object, include } = recordTriggerOf(readHead(document));
  const { id: connectionId } = await connectionOf(key);
  const identity = { by: 'id', id: recordId } as const;
  const { records } = await readSample(db, frame, { connectionId, object, include, identity });
  const [record] = records;
  if (record !== undefined) return record;
  throw new Refusal('not-found', 'RECORD_NOT_FOUND', 'This record is not there any more. Choose another one.');
}

export type ConnectionOf = (key: string) => Promise<{ readonly id: string; readonly system: string }>;

/** @throws Refusal */
export const findConnection = async (tx: OrganisationTx, environmentId: string, key: string) => {
  const [found] = await tx
    .select({ id: connection.id, system: connection.system })
    .from(connection)
    .where(and(eq(connection.environmentId, environmentId), eq(connection.key, key)));
  if (found !== undefined) return found;
  throw new Refusal('not-found', 'CONNECTION_NOT_FOUND', `There is no connection “${key}” in this environment.`);
};

/** A flow without its steps, which may still be unfinished while somebody looks for a sample. */
function readHead(document: unknown): FlowDocument {
  const parsed = flowSchema.safeParse({ ...(document as object | null), body: [] });
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid', 'FLOW_INCOMPLETE', 'Complete the trigger and the settings of this flow first.');
}

function recordTriggerOf({ trigger }: FlowDocument): RecordTrigger {
  if ((trigger.kind === 'webhook' || trigger.kind === 'change') && trigger.record === 'read') return trigger;
  throw new Refusal('invalid', 'NO_RECORD_TRIGGER', 'This flow is not started by a record that could be read.');
}

/** What of the condition a system can search for by itself. */
function demandedOf({ when }: RecordTrigger, object: ObjectManifest): NonNullable<ReadSampleInput['where']> {
  const entries = Object.entries(equalitiesOf(when));
  return Object.fromEntries(entries.filter(([field]) => ownValue(object.schema.properties, field) !== undefined));
}

const ignoredBecause = (flow: FlowDocument, record: SourceRecord): string | null =>
  whyIgnored(decideEvent(flow, record, Date.now()));

const unknownObject = (object: string): Refusal =>
  new Refusal('not-found', 'OBJECT_NOT_FOUND', `The system has no object “${object}”.`);
