/** What expressions of a run can see. `steps` grows as steps end; the other parts do not change within a body. */
export interface Scope {
  readonly trigger: unknown;
  readonly steps: Record<string, unknown>;
  readonly flow: FlowFacts;
  readonly item?: unknown;
  readonly index?: number;
  /** Only inside an `onError` body. */
  readonly error?: ErrorFacts;
}

/** `$flow`: facts about the run itself. */
export interface FlowFacts {
  readonly key: string;
  readonly name: string;
  /** Null for a draft. */
  readonly version: number | null;
  readonly runId: string;
  readonly mode: 'live' | 'test';
  readonly environment: string;
  /** The ISO instant at which the run was accepted. It stays the same when the run is resumed. */
  readonly startedAt: string;
  readonly businessKey: string | null;
}

/** `$error` inside an `onError` body. */
export interface ErrorFacts {
  readonly code: string;
  readonly message: string;
  readonly step: string;
}

/** The scope of one item. It sees its own steps and those before the loop, and adds nothing to the scope around it. */
export const scopeOfItem = (scope: Scope, item: unknown, index: number): Scope => ({
  ...scope,
  steps: { ...scope.steps },
  item,
  index,
});

/** What a part of a run sees besides the run's trigger. Large values are referred to by their hashes. */
export interface PartScope {
  readonly steps: Record<string, unknown>;
  readonly item?: unknown;
  readonly index?: number;
  readonly error?: ErrorFacts;
  /** Absent where nothing is large, and in parts that an earlier release started. */
  readonly shared?: { readonly steps: Readonly<Record<string, string>>; readonly item?: string };
}
