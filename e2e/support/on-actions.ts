import type { Page } from '@playwright/test';

type Method = (this: object, ...parameters: unknown[]) => Promise<unknown>;

/** The methods by which stories act as a person would. */
const locatorActions = [
  'click',
  'dblclick',
  'fill',
  'press',
  'pressSequentially',
  'check',
  'uncheck',
  'selectOption',
  'dragTo',
];
const keyboardActions = ['press', 'type', 'down'];
const mouseActions = ['down', 'click', 'dblclick'];

/** Calls `before` ahead of each action on any page, with words for the action. Returns how to stop. */
export function onActions(page: Page, before: (action: string) => Promise<void>): () => void {
  const stops = [
    ...intercept(page.locator('body'), locatorActions, before),
    ...intercept(page.keyboard, keyboardActions, before),
    ...intercept(page.mouse, mouseActions, before),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Playwright has no hook for actions, so the methods that all objects of this class share are replaced. */
function intercept(of: object, names: readonly string[], before: (action: string) => Promise<void>): (() => void)[] {
  const shared = Object.getPrototypeOf(of) as Record<string, Method>;
  return names.map((name) => {
    const original = shared[name];
    if (original === undefined) throw new Error(`Playwright has no action ${name} any more.`);
    shared[name] = async function (...parameters) {
      await before(wordsFor(this, name, parameters));
      return original.apply(this, parameters);
    };
    return () => {
      shared[name] = original;
    };
  });
}

function wordsFor(of: object, name: string, parameters: readonly unknown[]): string {
  // Of the objects that act, only a locator says what it is on.
  const on = isLocator(of) ? ` ${of.toString()}` : '';
  const what = parameters.filter((each) => ['string', 'number'].includes(typeof each));
  return `${name}${on} ${what.join(' ')}`.trim();
}

const isLocator = (of: object): of is { toString: () => string; page: () => Page } => 'page' in of;
