import type { Logger } from 'pino';
import type { Connector } from '@throughline/core/connector';
import type { Database } from '@throughline/core/db';
import type { ItemPlace, RunTarget, UndoEntry } from '@throughline/core/db/words/replay-target';
import type { FlowDocument } from '@throughline/core/flow';
import type { Step } from '@throughline/core/flow/step';
import type { Connections } from '../connections/connections.ts';
import type { ChildWorkflows } from './child-workflows.ts';
import type { Evaluator } from './evaluator.ts';
import type { PinnedDocuments } from './pinned-documents.ts';
import type { FlowFacts, Scope } from './scope.ts';
import type { StepLog } from './step-log.ts';
import type { TestStart } from './test-start.ts';

/** This worker's right to act, which others take over when it falls silent. */
export interface Lease {
  readonly workerId: string;
  /** False after a stall or an outage: nothing may leave this process until `ensure` has returned. */
  readonly isConfirmed: boolean;
  /** Returns once this worker may act. */
  ensure(): Promise<void>;
  /** Ends the process, because others have taken over. */
  fenced(): never;
}

/** Tracks the effects under way, so that a process that stops can wait for them. */
export interface EffectTracker {
  readonly isDraining: boolean;
  track<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** A part's right to execute. */
export interface PartSlot {
  /** Gives the slot to others while the part waits on purpose, for a person or a time. */
  lendDuring<Result>(wait: () => Promise<Result>): Promise<Result>;
  giveBack(): void;
}

export type TakePartSlot = (organisationId: string, depth: number) => Promise<PartSlot>;

/** What the process gives to every run. */
export interface Services {
  readonly db: Database;
  readonly connectors: Readonly<Record<string, Connector>>;
  readonly connections: Connections;
  readonly lease: Lease;
  readonly activity: EffectTracker;
  readonly log: Logger;
  readonly now: () => number;
  readonly random: () => number;
  /** How long an unanswered request may still take effect after it was sent, in milliseconds. */
  readonly requestLifeMs: number;
  readonly children: ChildWorkflows;
  readonly takePartSlot: TakePartSlot;
  /** Says that events were stored which wait for their record to be read. */
  readonly heard: () => void;
  /** Runs the steps of a body. It is passed in, because containers run bodies and bodies hold containers. */
  readonly runBody: (body: readonly Step[], frame: Frame) => Promise<unknown>;
  /** Called at each place where a killed process would leave something half done; tests kill it there. */
  readonly boundary: (name: string) => void;
}

/** The record that something written stands for, named by its system's connection and its object. */
export interface Origin {
  readonly connection: string;
  readonly object: string;
  /**
   * The record's name as each system with such an object would show it; the connection tells which one applies. Absent
   * in parts that an earlier version journaled.
   */
  readonly names?: Readonly<Record<string, string>>;
}

/** One run while it executes in this process, or one part of it (a branch, a chunk of items) in a workflow of its own. */
export interface RunContext {
  readonly services: Services;
  readonly organisationId: string;
  readonly environmentId: string;
  readonly definitionId: string;
  readonly runId: string;
  /** Id of the durable workflow that executes this part; equals `runId` outside of parts. */
  readonly workflowId: string;
  readonly mode: 'live' | 'test';
  /** Another run called this one and waits for it. */
  readonly isCalled: boolean;
  readonly flow: FlowDocument;
  readonly facts: FlowFacts;
  readonly documents: PinnedDocuments;
  readonly evaluator: Evaluator;
  readonly stepLog: StepLog;
  /** Held while this is a part of a run. */
  slot?: PartSlot;
  /** What the run is limited to; null when it does everything. */
  readonly target: RunTarget | null;
  /** Ids of the steps that lead to the item the run is limited to; empty when it is not limited to one. */
  readonly way: ReadonlySet<string>;
  /** What a test run passes by, and the outputs it was given; empty otherwise. */
  readonly start: TestStart;
  /** Runs this one repeats, nearest first. */
  readonly repeatedRunIds: readonly string[];
  readonly traceId: string;
  /** Records that were read by their id, which is where the identity of written records comes from. */
  readonly origins: Map<string, Origin>;
  /** Filled in the order of execution, and undone from the end. */
  readonly undo: UndoEntry[];
  /** Milliseconds since 1970. Time spent waiting on purpose moves it on. */
  deadlineMs: number;
  /** The deadline is that of a run that called this one, directly or through others. */
  isCallersDeadline: boolean;
  /** Steps that ran since the last effect or reading of the clock. */
  pureSteps: number;
  /** Which of the `journals` this run's is. */
  readonly journal: number;
  /** Null until the event, or the steps that the label mentions, provide one. */
  businessLabel: string | null;
  /** Set by `respond`. */
  response: { readonly status: number; readonly body: unknown } | undefined;
  /** Output of the step that ended last. A flow answers with it when nothing responds. */
  lastOutput: unknown;
}

/** Where in a run a body executes. */
export interface Frame {
  readonly context: RunContext;
  readonly scope: Scope;
  /** Precedes the step ids of this body, for example `lines[3].`. */
  readonly prefix: string;
  /** The items of loops around this body, outermost first. */
  readonly place: readonly ItemPlace[];
}
