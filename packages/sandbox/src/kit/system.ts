import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { SandboxClock } from './clock.ts';
import type { CoverageEntry } from './coverage-entry.ts';
import type { FaultPlan } from './faults.ts';
import type { RequestLedger } from './ledger.ts';
import type { VendorProblem } from './problem.ts';
import type { SandboxState } from './state.ts';
import type { EventOutbox } from './webhook/outbox.ts';
import type { WebhookSigner } from './webhook/sign.ts';

export type SandboxEnv = { Bindings: HttpBindings };

/** What a system's handlers work with. */
export interface SystemContext {
  readonly state: SandboxState;
  readonly clock: SandboxClock;
  readonly faults: FaultPlan;
  readonly ledger: RequestLedger;
  /** Events for webhook subscribers. */
  readonly events: EventOutbox;
  readonly log: (message: string) => void;
}

/** A record that a person can choose on the stand-in's page. */
export interface OfferedRecord {
  readonly id: string;
  readonly name: string;
  /** What tells it apart from others, e.g. its amount. */
  readonly facts: readonly string[];
}

/** Something that people do in the vendor's own screens, such as closing a deal. */
export interface PageAction {
  /** Part of its address. */
  readonly id: string;
  readonly title: string;
  /** What it does, as a sentence. */
  readonly about: string;
  /** Text of the button beside each record. */
  readonly button: string;
  readonly offers: (context: SystemContext) => readonly OfferedRecord[];
  /**
   * Does it by the same rules as a request to the API, events included. Returns a sentence about what happened.
   *
   * @throws Error with the vendor's words when the rules refuse it.
   */
  readonly run: (context: SystemContext, id: string) => string;
}

/** A stand-in for one vendor's system. */
export interface SandboxSystem {
  /** Also its name in data files and logs. */
  readonly id: string;
  /** Its name on its page and in messages. */
  readonly title: string;
  /** What `npm run sandbox` prints below the URL: label and value. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Fills an empty state with the demo firm. Deterministic but for the instants, which come from the clock. */
  seed(state: SandboxState, clock: SandboxClock): void;
  /** What a person can do on its page. */
  readonly actions?: readonly PageAction[];
  /** Registers every implemented route; not `/`, which is the page, and nothing under `/__`. */
  routes(app: Hono<SandboxEnv>, context: SystemContext): void;
  /** Every route of the vendor this stand-in knows of; the implemented ones must equal what `routes` registers. */
  readonly coverage: readonly CoverageEntry[];
  /** A problem in the vendor's error shape, with the vendor's status. */
  problem(problem: VendorProblem): Response;
  /** How the vendor signs its webhooks; by Standard Webhooks when absent. */
  readonly signWebhook?: WebhookSigner;
}
