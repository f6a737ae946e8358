import type { Locator, Page } from '@playwright/test';
import type { Hands } from '../hands.ts';
import type { Device, Offer, Place } from './device.ts';

/** Never points at anything: Tab leads to each field, and arrow keys lead to what belongs together. */
export class Keyboard implements Device {
  readonly hands: Hands;
  readonly #page: Page;

  constructor(page: Page, hands: Hands) {
    this.#page = page;
    this.hands = hands;
  }

  async showTrigger(): Promise<void> {
    await this.#goToRow('@trigger');
    await this.hands.press('Enter');
  }

  async showSettings(): Promise<void> {
    await this.hands.press('Control+k');
    await this.hands.typeInto(this.#page.getByRole('combobox', { name: 'Search' }), 'flow settings');
    await this.hands.press('Enter');
  }

  async add({ address, behind }: Place, { search, id }: Offer): Promise<void> {
    const slot = address.in === 'flow' ? undefined : address.slot;
    // The body of a loop has no row of its own.
    const isInLoop = behind === undefined && slot === 'each';
    const owner = address.in === 'flow' ? '@trigger' : isInLoop ? address.stepId : `${address.stepId}/${address.slot}`;
    await this.#goToRow(behind ?? owner);
    await this.hands.press(isInLoop ? 'Shift+A' : 'a');
    const box = this.#page.getByRole('combobox', { name: 'Search steps' });
    await this.hands.typeInto(box, search);
    const offer = this.#page.locator(`#offer-${id}`);
    while ((await offer.getAttribute('aria-selected')) !== 'true') await this.hands.press('ArrowDown');
    await this.hands.press('Enter');
  }

  async press(button: Locator): Promise<void> {
    await this.#tabTo(button);
    await this.hands.press('Enter');
  }

  async write(control: Locator, text: string): Promise<void> {
    await this.#tabTo(control);
    if (await control.evaluate(keepsText)) await this.hands.press('Control+a');
    await this.hands.type(text);
  }

  async choose(select: Locator, option: string): Promise<void> {
    await this.#tabTo(select);
    await this.hands.press('Enter');
    const wanted = this.#page.getByRole('option', { name: option, exact: true });
    await this.#page.waitForFunction(() => document.activeElement?.closest('[role="listbox"]') !== null);
    await this.hands.arrowTo(wanted, (await this.#isAbove(wanted)) ? 'ArrowUp' : 'ArrowDown');
    await this.hands.press('Enter');
    await this.#untilFocused(select);
  }

  async tick(box: Locator): Promise<void> {
    await this.#tabTo(box);
    await this.hands.press('Space');
  }

  async switchTo(radio: Locator): Promise<void> {
    await this.#tabTo(radio.locator('xpath=..'));
    await this.hands.arrowTo(radio, (await this.#isAbove(radio)) ? 'ArrowLeft' : 'ArrowRight');
    await this.hands.press('Space');
  }

  /** Leaves a form for the outline, and goes to a row there. */
  async #goToRow(id: string): Promise<void> {
    const row = this.#page.locator(`[data-row="${id}"]`);
    const tree = this.#page.getByRole('tree', { name: 'Steps' });
    const isIn = (host: Locator) => host.evaluate((element) => element.contains(document.activeElement));
    if (await isIn(this.#page.getByRole('complementary', { name: 'Selected step' }))) {
      while (!(await isIn(tree))) await this.hands.press('Escape');
    }
    if (!(await isIn(tree))) await this.hands.tabTo(tree.locator('[tabindex="0"]'));
    // A row that is out of sight is not in the document, and is always one above: that of a container.
    const isBelow = (await row.count()) > 0 && !(await this.#isAbove(row));
    await this.hands.arrowTo(row, isBelow ? 'ArrowDown' : 'ArrowUp');
  }

  async #tabTo(control: Locator): Promise<void> {
    await this.hands.tabTo(control, (await this.#isAbove(control)) ? 'Shift+Tab' : 'Tab');
  }

  #isAbove(what: Locator): Promise<boolean> {
    return what.evaluate((element) => {
      const { activeElement } = document;
      return (
        activeElement !== null &&
        (activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) > 0
      );
    });
  }

  async #untilFocused(what: Locator): Promise<void> {
    await this.#page.waitForFunction((element) => element === document.activeElement, await what.elementHandle());
  }
}

/** Runs in the page. True for a control whose text stays when somebody types. */
function keepsText(control: Element): boolean {
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) {
    return control.querySelector('.cm-placeholder') === null && control.textContent !== '';
  }
  // A number tells nothing about its selection. Tab selects all of it.
  if (control.value === '' || control.type === 'number') return false;
  return control.selectionStart !== 0 || control.selectionEnd !== control.value.length;
}
