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

  /** Presses a key until this, or something inside it, has the focus. */
  async pressUntil(chord: string, what: Locator): Promise<void> {
    for (let pressed = 0; pressed < 80; pressed += 1) {
      if (await what.evaluate((element) => element.contains(document.activeElement))) return;
      await this.press(chord);
    }
    throw new Error(`${chord} does not lead there.`);
  }

  /** Presses an arrow key until this has the focus. What an arrow leads to gets the focus a moment later. */
  async arrowTo(what: Locator, chord: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'): Promise<void> {
    for (let pressed = 0; pressed < 80; pressed += 1) {
      const held = await this.#page.evaluateHandle(() => document.activeElement);
      if ((await what.count()) > 0 && (await what.evaluate((element, focused) => element === focused, held))) return;
      await this.press(chord);
      await this.#page.waitForFunction((before) => document.activeElement !== before, held);
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

  /** Types into a box that gets the focus by itself. */
  async typeInto(box: Locator, text: string): Promise<void> {
    await box.and(this.#page.locator(':focus')).waitFor();
    await this.type(text);
  }

  /** Clicks into a field unless it waits for a text, and types in the place of what it says. */
  async fill(control: Locator, text: string): Promise<void> {
    const { isEditor, isWaiting } = await control.evaluate((element) => ({
      isEditor: element.classList.contains('cm-content'),
      isWaiting: element === document.activeElement && !/\S/.test(element.textContent),
    }));
    if (!isWaiting) this.counts.clicks += 1;
    if (!isEditor) {
      this.counts.typed += 1;
      return control.fill(text);
    }
    // Three clicks take the line. An editor would hear too late of a selection that a script makes.
    if (!isWaiting) await control.click({ clickCount: 3 });
    await this.type(text);
  }

  /** Turns the wheel over a drawing until a part of it can be clicked. */
  async wheelTo(drawing: Locator, part: Locator): Promise<void> {
    const [element, area] = [await part.elementHandle(), await drawing.boundingBox()];
    if (area === null) throw new Error('The drawing must be visible.');
    const offset = await part.evaluate(offsetUnlessHit, area);
    if (offset === undefined) return;
    this.scrolls += 1;
    await this.#page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
    // The drawing moves by half of what the wheel turns.
    await this.#page.mouse.wheel(offset.x * 2, offset.y * 2);
    await this.#page.waitForFunction(
      ([each, { x, y, width, height }]) => {
        const box = each?.getBoundingClientRect();
        return box !== undefined && box.x > x && box.y > y && box.right < x + width && box.bottom < y + height;
      },
      [element, area] as const,
    );
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

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Runs in the page. How far a part is from the middle of its drawing; undefined when a click there would hit it. */
function offsetUnlessHit(part: Element, area: Area): { readonly x: number; readonly y: number } | undefined {
  const box = part.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (document.elementFromPoint(x, y)?.closest('[data-insert]') === part) return undefined;
  return { x: x - area.x - area.width / 2, y: y - area.y - area.height / 2 };
}
