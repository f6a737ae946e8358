import type { Locator, Page } from '@playwright/test';

/** What a person does, counted: a click and a text typed into one field are one interaction each. */
export class Hands {
  readonly #page: Page;
  readonly counts = { clicks: 0, typed: 0 };

  constructor(page: Page) {
    this.#page = page;
  }

  get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  async click(what: Locator): Promise<void> {
    this.counts.clicks += 1;
    await what.click();
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    this.counts.typed += 1;
    await this.#page.keyboard.insertText(text);
  }
}
