import type {
  ChangePage,
  Connector,
  ConnectorSession,
  RecordChange,
  RecordIdentity,
  SourceRecord,
  WebhookEvent,
  WriteOutcome,
  WriteRequest,
} from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ConnectorManifest, ObjectManifest } from '@throughline/core/connector/manifest';

type Stored = SourceRecord & { readonly id: string; readonly version: string };

/** What a call does instead of its work, once: it fails before the work, or after it with the reply lost. */
export interface Fault {
  readonly on: 'read' | 'look' | 'write' | 'list' | 'changes' | 'test';
  readonly error: ConnectorError;
  readonly isAfterCommit?: boolean;
  /** Only for calls about this object; only for a record with this external id. */
  readonly object?: string;
  readonly externalId?: string;
  /** How many times; 1 when absent. */
  times?: number;
}

const objectOf = (
  name: string,
  operations: NonNullable<ObjectManifest['write']>['operations'],
  overlapMs = 0,
): ObjectManifest => ({
  name,
  title: name,
  description: 'For tests.',
  schema: { type: 'object' },
  identity: { field: 'id', external: 'externalId' },
  nameField: 'name',
  lookupFields: ['taxNumber'],
  read: { pageSize: 2 },
  changes: { overlapMs },
  write: {
    operations,
    recognisesRepeats: true,
    requiredOnCreate: [],
  },
});

const strictBase = objectOf('Strict', ['create', 'update', 'upsert']);
const strict: ObjectManifest = {
  ...strictBase,
  schema: { type: 'object', properties: { name: { type: 'string' }, hours: { type: 'number' } } },
  ...(strictBase.write && { write: { ...strictBase.write, requiredOnCreate: ['name'] } }),
};

const manifest: ConnectorManifest = {
  id: 'fake',
  version: '1.0.0',
  title: 'Fake',
  monogram: 'FA',
  category: 'generic',
  settings: { type: 'object' },
  auth: [{ id: 'none', title: 'None', description: 'No sign-in.', fields: { type: 'object' } }],
  objects: {
    /** Has an upsert of its own. */
    Thing: objectOf('Thing', ['create', 'update', 'upsert', 'delete']),
    /** Only creates and updates. */
    Plain: objectOf('Plain', ['create', 'update', 'delete']),
    /** Has a shape, and a field that every new record needs. */
    Strict: strict,
    /** Takes the field `later` only from an update, and knows no external id of ours. */
    Halves: { ...objectOf('Halves', ['create', 'update', 'delete']), identity: { field: 'id' } },
    /** Never shows its pin again. */
    Secret: {
      ...objectOf('Secret', ['create', 'update', 'delete']),
      schema: { type: 'object', properties: { name: { type: 'string' }, pin: { type: 'string', writeOnly: true } } },
    },
    /** Can be created and never changed. */
    Fixed: objectOf('Fixed', ['create']),
    /** Knows no external id of ours. */
    Nameless: { ...objectOf('Nameless', ['create', 'update', 'delete']), identity: { field: 'id' } },
    Echo: objectOf('Echo', ['create', 'update', 'upsert', 'delete']),
    /** Only read, each by one test. */
    Lost: objectOf('Lost', [], 60_000),
    ...Object.fromEntries(
      ['Late', 'Again', 'Ignored', 'Refused', 'Edited', 'Withdrawn'].map((name) => [name, objectOf(name, [])]),
    ),
  },
  limits: { concurrency: 10, requestsPerSecond: 1000 },
  errorCodes: {},
  webhook: { objects: ['Thing', 'Echo'] },
  quirks: [],
};

/** A system in memory that keeps the connector contract, counts its calls and plays faults. */
export class FakeSystem {
  readonly records = new Map<string, Map<string, Stored>>();
  /** Every write that took effect, as `created Thing externalId`. */
  readonly effects: string[] = [];
  readonly calls: string[] = [];
  readonly faults: Fault[] = [];
  /** Awaited before each write, so that a test can hold the write back. */
  beforeWrite: (request: WriteRequest) => Promise<void> = () => Promise.resolve();
  /** What the system makes of a record that it is sent. */
  normalise: (record: SourceRecord) => SourceRecord = (record) => record;
  /** What the connector makes of the answers to its writes; a test can drop them. */
  answered: (outcomes: WriteOutcome[]) => WriteOutcome[] = (outcomes) => outcomes;
  /** What the connector hands out as a page of changes; a test can cut it, make it one of several, or hold it back. */
  changePage: (object: string, page: ChangePage) => ChangePage | Promise<ChangePage> = (_object, page) => page;
  #sequence = 0;

  readonly connector: Connector = {
    manifest,
    open: () => this.#session(),
    readWebhook: ({ body }) => [JSON.parse(Buffer.from(body).toString('utf8')) as WebhookEvent],
  };

  add(object: string, record: Readonly<Record<string, unknown>>): Stored {
    this.#sequence += 1;
    const { id = this.#sequence } = record as { readonly id?: string | number };
    const stored = { ...record, id: String(id), version: `v${this.#sequence}` };
    this.#of(object).set(stored.id, stored);
    return stored;
  }

  all(object: string): Stored[] {
    return [...this.#of(object).values()];
  }

  #of(object: string): Map<string, Stored> {
    const known = this.records.get(object) ?? new Map<string, Stored>();
    this.records.set(object, known);
    return known;
  }

  #session(): ConnectorSession {
    return {
      test: async () => {
        this.#play('test');
        return { isOk: true, message: 'Signed in as fake.', durationMs: 1 };
      },
      describe: async () => ({ type: 'object', properties: { name: { type: 'string' } } }),
      read: async ({ object, identity }) => {
        this.calls.push(`read ${object} ${JSON.stringify(identity)}`);
        this.#play('read');
        return this.#find(object, identity);
      },
      list: async ({ object, where = {}, cursor, limit = 2, newestFirst = false, nameHas = '' }) => {
        this.#play('list');
        const from = Number(cursor ?? 0);
        const stored = newestFirst ? this.all(object).toReversed() : this.all(object);
        const matching = stored.filter(
          (record: Record<string, unknown>) =>
            Object.entries(where).every(([name, value]) => record[name] === value) &&
            (nameHas === '' || (typeof record['name'] === 'string' && record['name'].includes(nameHas))),
        );
        const nextCursor = from + limit < matching.length ? { nextCursor: String(from + limit) } : {};
        return { records: matching.slice(from, from + limit), ...nextCursor };
      },
      changes: async ({ object, cursor }) => {
        this.calls.push(`changes ${object} ${cursor ?? 'start'}`);
        this.#play('changes', object);
        const changes = this.all(object).map(asChange);
        return this.changePage(object, { changes, cursor: String(this.#sequence), hasMore: false });
      },
      look: async ({ object, identity }) => {
        this.calls.push(`look ${object} ${JSON.stringify(identity)}`);
        this.#play('look', object);
        const record = this.#find(object, identity);
        return record === undefined ? undefined : { ...asMark(record), record };
      },
      write: async (requests) => {
        const outcomes: WriteOutcome[] = [];
        for (const request of requests) outcomes.push(await this.#write(request));
        return this.answered(outcomes);
      },
      rehearse: async ({ object, operation, identity, record }) => [
        {
          method: operation === 'delete' ? 'DELETE' : 'PUT',
          url: `https://fake.example/${object}/${identity === undefined ? '' : idIn(identity)}`,
          headers: { authorization: '•••', accept: 'application/json' },
          ...(record !== undefined && { body: record }),
        },
      ],
      close: () => Promise.resolve(),
    };
  }

  async #write(request: WriteRequest): Promise<WriteOutcome> {
    await this.beforeWrite(request);
    const externalId = request.identity?.by === 'external-id' ? request.identity.value : undefined;
    if (externalId !== undefined && manifest.objects[request.object]?.identity.external === undefined) {
      throw new Error(`${request.object} cannot carry an external id.`);
    }
    this.calls.push(`${request.operation} ${request.object}`);
    const fault = this.#take('write', externalId);
    if (fault !== undefined && fault.isAfterCommit !== true) return { isOk: false, error: fault.error };
    const outcome = this.#apply(request, externalId);
    return fault === undefined ? outcome : { isOk: false, error: fault.error };
  }

  #apply(request: WriteRequest, externalId: string | undefined): WriteOutcome {
    const { object, operation, identity } = request;
    const record = this.normalise(request.record ?? {});
    const found = identity === undefined ? undefined : this.#find(object, identity);
    if (operation === 'create' || (operation === 'upsert' && found === undefined)) {
      const { later, ...first } = record;
      const isUnfinished = object === 'Halves' && later !== undefined;
      const { id } = this.add(object, isUnfinished ? { ...first, externalId } : { ...record, externalId });
      this.effects.push(`created ${object} ${externalId ?? id}`);
      return { isOk: true, id, effect: 'created', ...(isUnfinished && { isUnfinished }) };
    }
    if (found === undefined) {
      return { isOk: false, error: new ConnectorError('There is no such record.', { class: 'not-found' }) };
    }
    if (operation === 'delete') {
      this.#of(object).delete(found.id);
      this.effects.push(`deleted ${object} ${String(found['externalId'])}`);
      return { isOk: true, id: found.id, effect: 'deleted' };
    }
    const { id } = this.add(object, { ...found, ...record });
    this.effects.push(`updated ${object} ${String(found['externalId'])}`);
    return { isOk: true, id, effect: 'updated' };
  }

  #find(object: string, identity: RecordIdentity): Stored | undefined {
    if (identity.by === 'id') return this.#of(object).get(identity.id);
    const wanted = identity.by === 'external-id' ? { externalId: identity.value } : identity.fields;
    const found = this.all(object).filter((record) =>
      Object.entries(wanted).every(([name, value]) => record[name] === value),
    );
    if (found.length > 1) throw new ConnectorError('Several records match.', { class: 'duplicate' });
    return found[0];
  }

  #take(on: Fault['on'], externalId?: string, object?: string): Fault | undefined {
    const index = this.faults.findIndex(
      (fault) =>
        fault.on === on &&
        (fault.externalId === undefined || fault.externalId === externalId) &&
        (fault.object === undefined || fault.object === object),
    );
    const fault = this.faults[index];
    if (fault === undefined) return undefined;
    fault.times = (fault.times ?? 1) - 1;
    if (fault.times <= 0) this.faults.splice(index, 1);
    return fault;
  }

  #play(on: Fault['on'], object?: string): void {
    const fault = this.#take(on, undefined, object);
    if (fault !== undefined) throw fault.error;
  }
}

const asMark = ({ id, version }: Stored) => ({
  id,
  version,
  changedAt: new Date(1_790_000_000_000 + Number(version.slice(1))).toISOString(),
});

const asChange = (record: Stored): RecordChange => ({ ...asMark(record), kind: 'upserted', record });

const idIn = (identity: RecordIdentity): string =>
  identity.by === 'id'
    ? identity.id
    : identity.by === 'external-id'
      ? identity.value
      : Object.values(identity.fields).join(',');
