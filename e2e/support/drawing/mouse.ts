import type { Locator, Page } from '@playwright/test';
import type { Hands } from '../hands.ts';
import type { Device, Offer, Place } from './device.ts';

/** Points, clicks and turns the wheel. The keys are for texts only. */
export class Mouse implements Device {
  readonly hands: Hands;
  readonly #page: Page;

  constructor(page: Page, hands: Hands) {
    this.#page = page;
    this.hands = hands;
  }

  showTrigger(): Promise<void> {
    return this.hands.click(this.#page.locator('[data-row="@trigger"]'));
  }

  showSettings(): Promise<void> {
    return this.hands.click(this.#page.getByRole('button', { name: 'Flow settings' }));
  }

  async add({ address, index }: Place, { search, id }: Offer): Promise<void> {
    const list = address.in === 'flow' ? '' : `${address.stepId}/${address.slot}`;
    const plus = this.#page.locator(`[data-insert="${list}/${index}"]`);
    await this.hands.wheelTo(this.#page.getByRole('group', { name: 'Flow', exact: true }), plus);
    await this.hands.click(plus);
    await this.hands.typeInto(this.#page.getByRole('combobox', { name: 'Search steps' }), search);
    await this.hands.click(this.#page.locator(`#offer-${id}`));
  }

  press(button: Locator): Promise<void> {
    return this.hands.click(button);
  }

  write(control: Locator, text: string): Promise<void> {
    return this.hands.fill(control, text);
  }

  async choose(select: Locator, option: string): Promise<void> {
    await this.hands.click(select);
    await this.hands.click(this.#page.getByRole('option', { name: option, exact: true }));
  }

  tick(box: Locator): Promise<void> {
    return this.hands.click(box);
  }

  switchTo(radio: Locator): Promise<void> {
    return this.hands.click(radio);
  }
}
