import type { HowLost } from '../failures/called-run-lost.ts';
import type { FailureFacts } from '../failures/step-failure.ts';
import type { ItemPlace, UndoEntry } from '@throughline/core/db/words/replay-target';
import type { JournalMark } from './journals.ts';
import type { PartScope } from './scope.ts';
import type { RunEnded } from '../failures/run-ended.ts';

/**
 * A part of a run that executes in a durable workflow of its own, because parts side by side must journal separately.
 */
export interface PartInput extends JournalMark {
  readonly organisationId: string;
  readonly runId: string;
  readonly stepId: string;
  readonly prefix: string;
  /** The items around the part; absent in parts that an earlier release started. */
  readonly place?: readonly ItemPlace[];
  readonly firstPosition: number;
  readonly deadlineMs: number;
  /** Absent in parts that an earlier release started. */
  readonly isCallersDeadline?: boolean;
  readonly scope: PartScope;
  readonly work:
    | { readonly kind: 'branch'; readonly slot: string }
    | { readonly kind: 'items'; readonly from: number; readonly items: readonly unknown[] };
}

export interface PartResult {
  /** What the steps of a branch left in the scope. */
  readonly steps: Record<string, unknown>;
  /** One per item, in order; null for one that failed. */
  readonly outputs: readonly unknown[];
  readonly failure: FailureFacts | null;
  /** Why the run ended inside the part; absent or null when the part ran to its end. */
  readonly ended?: Pick<RunEnded, 'reason' | 'message'> | null;
  readonly undo: readonly UndoEntry[];
  /** Records read by id, with where they are from. */
  readonly origins: readonly (readonly [
    id: string,
    origin: { readonly connection: string; readonly object: string; readonly names?: Readonly<Record<string, string>> },
  ])[];
  readonly response: { readonly status: number; readonly body: unknown } | null;
  readonly waitedMs: number;
  /** How many steps without an effect it ended with; absent in parts that an earlier release ended. */
  readonly pureSteps?: number;
}

export interface FlowRunInput {
  readonly organisationId: string;
  readonly runId: string;
  /** A caller waits: it gets the failure as its own exception, and undoes the effects. */
  readonly isCalled?: boolean;
  /** The caller's deadline; absent where an earlier release called. */
  readonly callersDeadlineMs?: number;
}

export interface FlowRunResult {
  readonly output: unknown;
  readonly failure: FailureFacts | null;
  readonly undo: readonly UndoEntry[];
  /**
   * How long it waited on purpose, which counts against neither its own timeout nor its caller's. The caller of a run that
   * was lost looks it up in the database.
   */
  readonly waitedMs?: number;
  /** It was its caller's deadline that passed, not its own. */
  readonly isCallersTimeout?: boolean;
  /** Set when the run hands over nothing, because it was cancelled or given up. */
  readonly lost?: HowLost;
}

export interface Child<Result> {
  /** The child's result, journaled in the workflow that asks. */
  result(): Promise<Result>;
}

/** Starts workflows from within a workflow. Their ids are given, so that a resumed parent finds its children again. */
export interface ChildWorkflows {
  startPart(id: string, input: PartInput): Promise<Child<PartResult>>;
  startFlow(id: string, input: FlowRunInput): Promise<Child<FlowRunResult>>;
}
