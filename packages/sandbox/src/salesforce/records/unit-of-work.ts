import type { SandboxClock } from '../../kit/clock.ts';
import type { SandboxState } from '../../kit/state.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import type { SObject } from './sobject.ts';
import { instantOf } from './sobject.ts';

export type ChangeType = 'CREATE' | 'UPDATE' | 'DELETE';

/** One record that changed in this request. Several changes of a record are merged into one. */
export interface RecordChange {
  readonly type: SObjectType;
  readonly id: string;
  readonly changeType: ChangeType;
  readonly changedFields: readonly string[];
  /** The record after the change. */
  readonly record: SObject;
}

/** Collects what one request does to records: who did it, when, and which changes resulted. */
export interface UnitOfWork {
  readonly state: SandboxState;
  readonly userId: string;
  /** The audit instant of every record of this request. */
  readonly now: string;
  readonly changes: RecordChange[];
}

export function beginUnit(state: SandboxState, clock: SandboxClock, userId: string): UnitOfWork {
  return { state, userId, now: instantOf(clock.nowMs()), changes: [] };
}

/** Runs work as a savepoint: when it throws, its records and its changes are gone and the error is rethrown. */
export function atomically<T>(unit: UnitOfWork, work: () => T): T {
  const changesBefore = unit.changes.length;
  try {
    return unit.state.transaction(work);
  } catch (error) {
    unit.changes.length = changesBefore;
    throw error;
  }
}

/** The changes, with those of one record merged: their fields are united, and the creation or deletion is kept. */
export function mergedChanges(changes: readonly RecordChange[]): RecordChange[] {
  const merged = new Map<string, RecordChange>();
  for (const change of changes) {
    const earlier = merged.get(change.id);
    const changeType = change.changeType === 'UPDATE' && earlier !== undefined ? earlier.changeType : change.changeType;
    const changedFields = [...new Set([...(earlier?.changedFields ?? []), ...change.changedFields])];
    merged.delete(change.id);
    merged.set(change.id, { ...change, changeType, changedFields });
  }
  return [...merged.values()];
}
