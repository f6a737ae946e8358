import type { SystemContext } from '../system.ts';

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
