import type { SandboxState } from '../../kit/state.ts';
import type { Query } from './ast.ts';

/** What evaluating a query needs besides the query itself. */
export interface QueryScope {
  readonly state: SandboxState;
  /** The query's text, for errors. */
  readonly source: string;
  readonly nowMs: number;
  /** queryAll: deleted records count too. */
  readonly includesDeleted: boolean;
  /** `v66.0`: goes into record URLs. */
  readonly version: string;
}

/** Runs a nested SELECT of a semi-join and gives the ids it yields. */
export type SelectIds = (query: Query) => ReadonlySet<string>;
