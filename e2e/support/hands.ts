import type { Locator, Page } from '@playwright/test';

/**
 * What a person does, counted: a click, a double click, a drag, a key chord and a text typed into one field are one
 * interaction each. Turning the wheel to see a field is counted on its own.
 */
export class Hands {
  readonly #page: Page;
  readonly counts = { clicks: 0, drags: 0, chords: 0, typed: 0 };
  scrolls = 0;

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

  async doubleClick(what: Locator): Promise<void> {
    this.counts.clicks += 1;
    await what.dblclick();
  }

  async press(chord: string, times = 1): Promise<void> {
    this.counts.chords += times;
    for (let time = 0; time < times; time += 1) await this.#page.keyboard.press(chord);
  }

  /** Presses Tab until this has the focus. */
  tabTo = (what: Locator, chord: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => this.pressUntil(chord, what);

  /** Presses a key until this has the focus. */
  async pressUntil(chord: string, what: Locator): Promise<void> {
    for (let pressed = 0; pressed < 80; pressed += 1) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await this.press(chord);
    }
    throw new Error(`${chord} does not lead there.`);
  }

  /** Types key by key, as a list needs it that looks for what begins like this. */
  async typeKeys(text: string): Promise<void> {
    this.counts.typed += 1;
    await this.#page.keyboard.type(text);
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    this.counts.typed += 1;
    await this.#page.keyboard.insertText(text);
  }

  async drag(from: Locator, to: Locator): Promise<void> {
    this.counts.drags += 1;
    await to.scrollIntoViewIfNeeded();
    await from.scrollIntoViewIfNeeded();
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (start === null || end === null) throw new Error('Both fields must be visible.');
    const { mouse } = this.#page;
    await mouse.move(start.x + 60, start.y + start.height / 2);
    await mouse.down();
    await mouse.move(start.x + 90, start.y + start.height / 2, { steps: 3 });
    await mouse.move(end.x + 60, end.y + end.height / 2, { steps: 6 });
    await this.#twoFrames();
    await mouse.up();
  }

  /** Turns the wheel over a tree, which renders only what is visible, until the row of a field is well inside it. */
  async reveal(tree: Locator, field: string): Promise<Locator> {
    const found = await tree.evaluate(scrollToField, field);
    if (found === 'nowhere') throw new Error(`${field} is not in the tree.`);
    if (found === 'scrolled') this.scrolls += 1;
    return tree.locator(`[data-field="${field}"]`);
  }

  async #twoFrames(): Promise<void> {
    await this.#page.waitForFunction(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))),
    );
  }
}

/** Runs in the page, because each question from outside takes long on a busy machine. */
async function scrollToField(tree: Element, field: string): Promise<'seen' | 'scrolled' | 'nowhere'> {
  // While something is dragged, a tree scrolls by itself near its edges as long as it can.
  const edge = 36;
  const isSeen = (): boolean => {
    const row = tree.querySelector(`[data-field="${field}"]`)?.getBoundingClientRect();
    if (row === undefined) return false;
    const { top, bottom } = tree.getBoundingClientRect();
    const isAtStart = tree.scrollTop <= 0;
    const isAtEnd = tree.scrollTop + tree.clientHeight >= tree.scrollHeight - 1;
    return row.top >= top + (isAtStart ? 0 : edge) && row.bottom <= bottom - (isAtEnd ? 0 : edge);
  };
  if (isSeen()) return 'seen';
  for (let top = 0; top < tree.scrollHeight; top += tree.clientHeight / 2) {
    tree.scrollTo({ top });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    if (isSeen()) return 'scrolled';
  }
  return 'nowhere';
}
