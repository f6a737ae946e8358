import type { Step } from '@throughline/core/flow/step';
import type { OrganisationTx } from '@throughline/core/db';
import { StatementError } from '@throughline/core/db/database-error';
import type { StepRetry } from '@throughline/core/db/schema/run';
import { saveStepRuns, type StepRunRow } from '../store/save-step-runs.ts';
import { boundPayload } from './bound-payload.ts';
import type { FailureFacts } from '../failures/step-failure.ts';
import { escapeUnstorable } from '../store/escape-unstorable.ts';

export type InTransaction = <Result>(work: (tx: OrganisationTx) => Promise<Result>) => Promise<Result>;

/** The longest duration that the database's integers hold, a little less than 25 days. */
const mostMs = 2 ** 31 - 1;

/** A step under way. */
interface Entry {
  readonly row: StepRunRow;
  readonly startedAtMs: number;
  readonly retries: StepRetry[];
  failed: number;
}

/**
 * Records how the steps of a run went, for people to see. Pure steps are written together with the next effect, because
 * a transaction for each would cost more than the steps themselves. Whatever a killed process had not written yet is
 * written by the one that resumes it.
 */
export class StepLog {
  readonly #runId: string;
  readonly #inTransaction: InTransaction;
  readonly #now: () => number;
  readonly #open = new Map<string, Entry>();
  readonly #unsaved = new Map<string, StepRunRow>();
  /** Orders steps by their first start. Parts of a run begin where their container says. */
  nextPosition: number;

  constructor(runId: string, inTransaction: InTransaction, now: () => number, firstPosition = 0) {
    this.#runId = runId;
    this.#inTransaction = inTransaction;
    this.#now = now;
    this.nextPosition = firstPosition;
  }

  start(step: Pick<Step, 'id' | 'kind'>, path: string): void {
    const startedAtMs = this.#now();
    const retries: StepRetry[] = [];
    const row: StepRunRow = {
      runId: this.#runId,
      stepId: step.id,
      path,
      kind: step.kind,
      position: this.nextPosition,
      state: 'running',
      retries,
      startedAt: new Date(startedAtMs),
      finishedAt: null,
      durationMs: null,
      attempts: 1,
      input: null,
      output: null,
      errorCode: null,
      errorMessage: null,
    };
    this.nextPosition += 1;
    this.#open.set(path, { row, startedAtMs, retries, failed: 0 });
    this.#unsaved.set(path, row);
  }

  /** Notes what the step works on, once that is evaluated. */
  input(path: string, input: unknown): void {
    this.#change(path, { input: escapeUnstorable(boundPayload(input)) });
  }

  /** Makes visible that an effect begins, together with everything before it. */
  async show(path: string, state: 'running' | 'retrying' | 'waiting', message?: string): Promise<void> {
    this.#change(path, { state, errorMessage: escapeUnstorable(message ?? null) });
    await this.flush();
  }

  retry(path: string, retry: StepRetry): void {
    const entry = this.#open.get(path);
    if (entry === undefined) return;
    entry.retries.push(escapeUnstorable(retry));
    entry.failed += 1;
    this.#change(path, { retries: [...entry.retries], attempts: entry.failed + 1 });
  }

  /** Notes a wait for somebody else, which is not a failed attempt. Consecutive waits are shown as one. */
  hold(path: string, wait: StepRetry): void {
    const entry = this.#open.get(path);
    if (entry === undefined) return;
    const last = entry.retries.at(-1);
    const shown = escapeUnstorable(wait);
    const goesOn = last?.class === shown.class && last.message === shown.message;
    if (goesOn) entry.retries.pop();
    entry.retries.push(goesOn ? { ...last, waitMs: last.waitMs + shown.waitMs } : shown);
    this.#change(path, { retries: [...entry.retries] });
  }

  succeed(path: string, output: unknown): void {
    const shown = escapeUnstorable(boundPayload(output));
    this.#end(path, { state: 'succeeded', output: shown, errorCode: null, errorMessage: null });
  }

  fail(path: string, failure: FailureFacts): void {
    this.#end(path, { state: 'failed', errorCode: failure.code, errorMessage: escapeUnstorable(failure.message) });
  }

  /** Notes a step that is not executed: it is switched off, or a test run begins behind it. */
  passOver(step: Pick<Step, 'id' | 'kind'>, path: string, state: 'disabled' | 'skipped'): void {
    this.start(step, path);
    this.#end(path, { state });
  }

  /** Notes a step of a test run whose output was given, so that it is not executed. */
  pinned(step: Pick<Step, 'id' | 'kind'>, path: string, output: unknown): void {
    this.start(step, path);
    this.#end(path, { state: 'pinned', output: escapeUnstorable(boundPayload(output)) });
  }

  async flush(): Promise<void> {
    while (this.#unsaved.size > 0) {
      const rows = [...this.#unsaved.values()].slice(0, 500);
      await this.#save(rows);
      for (const { path } of rows) this.#unsaved.delete(path);
    }
  }

  /** If the database refuses a row, that row is saved without its payload, and the others as they are. */
  async #save(rows: readonly StepRunRow[]): Promise<void> {
    try {
      await this.#inTransaction((tx) => saveStepRuns(tx, rows));
    } catch (error) {
      if (!(error instanceof StatementError)) throw error;
      const [row] = rows;
      if (row !== undefined && rows.length === 1) {
        await this.#inTransaction((tx) => saveStepRuns(tx, [withoutPayload(row, error.message)]));
      } else for (const each of rows) await this.#save([each]);
    }
  }

  #end(path: string, change: Partial<StepRunRow>): void {
    const entry = this.#open.get(path);
    if (entry === undefined) return;
    const finishedAtMs = this.#now();
    const durationMs = Math.min(mostMs, Math.max(0, finishedAtMs - entry.startedAtMs));
    this.#change(path, { ...change, finishedAt: new Date(finishedAtMs), durationMs });
    this.#open.delete(path);
  }

  #change(path: string, change: Partial<StepRunRow>): void {
    const entry = this.#open.get(path);
    if (entry === undefined) return;
    Object.assign(entry.row, change);
    this.#unsaved.set(path, entry.row);
  }
}

const withoutPayload = (row: StepRunRow, reason: string): StepRunRow => ({
  ...row,
  input: null,
  output: null,
  retries: [],
  errorMessage: `What this step worked on and what it gave are not shown, because they could not be stored. ${reason}`,
});
