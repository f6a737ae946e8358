import type { Locator } from '@playwright/test';
import type { BodyAddress } from '@throughline/core/flow/walk';
import type { Hands } from '../hands.ts';

/** A new step: what a person types to find it, and the offer that is taken. */
export interface Offer {
  readonly search: string;
  /** Its id in the list of offers. */
  readonly id: string;
}

/** Where a step is added. */
export interface Place {
  readonly address: BodyAddress;
  readonly index: number;
  /** The step before it in the same list. */
  readonly behind: string | undefined;
}

/** How a person draws and fills in forms: by mouse alone, or by keyboard alone. Both type texts. */
export interface Device {
  readonly hands: Hands;
  /** Shows the form of the trigger, or of the settings. */
  showTrigger(): Promise<void>;
  showSettings(): Promise<void>;
  /** Opens the list of steps at a place, and takes one. */
  add(place: Place, offer: Offer): Promise<void>;
  press(button: Locator): Promise<void>;
  /** Puts a text in the place of what the control says. */
  write(control: Locator, text: string): Promise<void>;
  choose(select: Locator, option: string): Promise<void>;
  tick(box: Locator): Promise<void>;
  /** Chooses one of several buttons of which only one can be on. */
  switchTo(radio: Locator): Promise<void>;
}
