import type { SandboxState } from '../../kit/state.ts';
import { makeId } from '../ids.ts';

/** The number of cursors that the platform keeps open per user. A new one takes the place of the oldest. */
const OPEN_CURSORS = 10;

/** Results of queries that did not fit one page, kept for `nextRecordsUrl`. They do not survive a restart. */
export class QueryCursors {
  readonly #results = new Map<string, readonly object[]>();
  readonly #state: SandboxState;

  constructor(state: SandboxState) {
    this.#state = state;
  }

  open(records: readonly object[]): string {
    const id = makeId('01g', this.#state.next('id:01g'));
    this.#results.set(id, records);
    const [oldest] = this.#results.keys();
    if (this.#results.size > OPEN_CURSORS && oldest !== undefined) this.#results.delete(oldest);
    return id;
  }

  read(id: string): readonly object[] | undefined {
    return this.#results.get(id);
  }
}
