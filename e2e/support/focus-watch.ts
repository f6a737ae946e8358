import type { Browser, BrowserContext, Page } from '@playwright/test';
import { watchFocusedElement } from './focused-element.ts';
import { onActions } from './on-actions.ts';

/** The focus was on `held`. At some time after `action` it was on the page itself, and stayed there. */
interface LostFocus {
  readonly held: string;
  readonly action: string;
  readonly path: string;
}

/** Long enough for any transition on a very busy machine. Nobody waits for it unless the focus is lost. */
const patienceMs = 20_000;

/**
 * Checks before each action of a story, and at its end, that something on the page has the focus if something had it
 * before. It may be on the page itself after the document was loaded, and after a click on a place that takes no focus.
 */
export class FocusWatch {
  readonly #contexts: BrowserContext[] = [];
  readonly #lost: LostFocus[] = [];
  readonly #stop: () => void;
  #lastAction = 'none';

  private constructor(browser: Browser, page: Page) {
    const onContext = (context: BrowserContext) => void this.#follow(context);
    browser.on('context', onContext);
    const stopActions = onActions(page, async (action) => {
      await this.#check();
      this.#lastAction = action;
    });
    this.#stop = () => {
      stopActions();
      browser.off('context', onContext);
    };
  }

  static async start(browser: Browser, page: Page): Promise<FocusWatch> {
    const watch = new FocusWatch(browser, page);
    await watch.#follow(page.context());
    return watch;
  }

  async finish(): Promise<readonly LostFocus[]> {
    this.#stop();
    await this.#check();
    return this.#lost;
  }

  async #follow(context: BrowserContext): Promise<void> {
    this.#contexts.push(context);
    await context.addInitScript(watchFocusedElement);
  }

  async #check(): Promise<void> {
    for (const page of this.#contexts.flatMap((context) => context.pages())) {
      const held = await lostFocusOf(page);
      if (held !== undefined) {
        this.#lost.push({ held, action: this.#lastAction, path: new URL(page.url()).pathname });
      }
    }
  }
}

/** What had the focus, if nothing gets it back within the patience. It is told once. */
async function lostFocusOf(page: Page): Promise<string | undefined> {
  try {
    if ((await page.evaluate(() => window.lostFocus?.(false))) === undefined) return undefined;
    const wait = { timeout: patienceMs, polling: 50 };
    await page.waitForFunction(() => window.lostFocus?.(false) === undefined, undefined, wait).catch(() => undefined);
    return await page.evaluate(() => window.lostFocus?.(true));
  } catch {
    // The page is closed, or another document takes its place.
    return undefined;
  }
}
