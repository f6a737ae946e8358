import type { SandboxClock } from '../../kit/clock.ts';
import type { SandboxState } from '../../kit/state.ts';
import type { RecordType, RecordTypeName } from './field-types.ts';
import type { StoredRecord, StoredValues } from './stored-record.ts';
import { textOf } from './stored-record.ts';

/** What SuiteQL's deletedrecord table shows. */
export interface DeletedRecord {
  readonly type: RecordTypeName;
  readonly recordId: string;
  readonly name: string;
  readonly deletedAt: string;
}

const DELETED = '__deletedRecords';
/** Where each sequence starts, so that ids of different kinds do not look alike. */
const SEQUENCE_BASE: Readonly<Record<RecordType['idSequence'], number>> = {
  entity: 5000,
  transaction: 9000,
  item: 300,
  billingSchedule: 20,
  list: 100,
};

/** Records of the account, one kit collection per record type. */
export class RecordStore {
  readonly #state: SandboxState;
  readonly #clock: SandboxClock;

  constructor(state: SandboxState, clock: SandboxClock) {
    this.#state = state;
    this.#clock = clock;
  }

  get(type: RecordTypeName, id: string): StoredRecord | undefined {
    return this.#collection(type).get(id);
  }

  findByExternalId(type: RecordTypeName, externalId: string): StoredRecord | undefined {
    return this.#collection(type).find((each) => textOf(each.values, 'externalId') === externalId);
  }

  find(type: RecordTypeName, predicate: (record: StoredRecord) => boolean): StoredRecord | undefined {
    return this.#collection(type).find(predicate);
  }

  /** Sorted by ascending id, as NetSuite sorts its lists. */
  list(type: RecordTypeName): StoredRecord[] {
    return this.#collection(type)
      .all()
      .sort((a, b) => Number(a.id) - Number(b.id));
  }

  insert(type: RecordType, values: StoredValues, id: string = this.nextId(type)): StoredRecord {
    const now = this.#clock.now().toISOString();
    return this.#collection(type.name).insert(id, { type: type.name, id, values, createdAt: now, modifiedAt: now });
  }

  replaceValues(record: StoredRecord, values: StoredValues): StoredRecord {
    return this.#collection(record.type).update(record.id, { values, modifiedAt: this.#clock.now().toISOString() });
  }

  remove(record: StoredRecord, name: string): void {
    this.#collection(record.type).delete(record.id);
    const key = String(this.#state.next(DELETED));
    const deletedAt = this.#clock.now().toISOString();
    this.#deleted().insert(key, { type: record.type, recordId: record.id, name, deletedAt });
  }

  deleted(): DeletedRecord[] {
    return this.#deleted().all();
  }

  nextId(type: RecordType): string {
    return String(SEQUENCE_BASE[type.idSequence] + this.#state.next(`netsuite-${type.idSequence}`));
  }

  nextNumber(prefix: string): string {
    return `${prefix}${String(this.#state.next(`netsuite-number-${prefix}`)).padStart(5, '0')}`;
  }

  today(): string {
    return this.#clock.now().toISOString().slice(0, 10);
  }

  transaction<T>(work: () => T): T {
    return this.#state.transaction(work);
  }

  #collection(type: RecordTypeName) {
    return this.#state.collection<StoredRecord>(type);
  }

  #deleted() {
    return this.#state.collection<DeletedRecord>(DELETED);
  }
}
