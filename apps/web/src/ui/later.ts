'use client';
import { useEffect, useSyncExternalStore } from 'react';

/** Does something after some milliseconds. It returns how to cancel that. */
type Wait = (milliseconds: number, then: () => void) => () => void;

const wait: Wait = (milliseconds, then) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};

const firstDelay = 1000;
const longestDelay = 30_000;

/** A part of a page whose code is loaded when it is first shown, or ahead of that. */
export class Later<Part> {
  readonly #import: () => Promise<Part>;
  readonly #watchers = new Set<() => void>();
  #loading: Promise<void> | undefined;
  #part: Part | undefined;
  #failures = 0;

  constructor(load: () => Promise<Part>) {
    this.#import = load;
  }

  /** Undefined until it is loaded. */
  readonly part = (): Part | undefined => this.#part;

  /** True from when it could not be fetched until it is there. */
  readonly hasFailed = (): boolean => this.#failures > 0;

  /** Undefined if it could not be fetched. Then it is asked for again the next time. */
  readonly loaded = async (): Promise<Part | undefined> => {
    this.#loading ??= this.#fetch();
    await this.#loading;
    return this.#part;
  };

  async #fetch(): Promise<void> {
    try {
      this.#part = await this.#import();
      this.#failures = 0;
    } catch {
      // No connection, or a new version of the product no longer has this file.
      this.#loading = undefined;
      this.#failures += 1;
    }
    for (const watcher of this.#watchers) watcher();
  }

  /** Asks for it until it is there, each time after twice as long. It returns how to stop that. */
  readonly keepAsking = (after: Wait = wait): (() => void) => {
    let isStopped = false;
    let cancel = () => {};
    const ask = async () => {
      if ((await this.loaded()) !== undefined || isStopped) return;
      cancel = after(Math.min(firstDelay * 2 ** (this.#failures - 1), longestDelay), () => void ask());
    };
    void ask();
    return () => {
      isStopped = true;
      cancel();
    };
  };

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

const nothing = () => undefined;
const no = () => false;

/** The part, which is loaded if it is not there yet, unless it has to wait. */
export const useLater = <Part>(later: Later<Part>, isWaiting = false): Part | undefined => {
  const part = useSyncExternalStore(later.watch, later.part, nothing);
  useEffect(() => (isWaiting ? undefined : later.keepAsking()), [later, isWaiting]);
  return part;
};

export const useHasFailed = (later: Later<unknown>): boolean => useSyncExternalStore(later.watch, later.hasFailed, no);

/** Loads parts once the page has nothing else to do, so that they are there when somebody opens them. */
export const useLoadedWhenIdle = (parts: readonly Later<unknown>[]): void => {
  useEffect(() => {
    const load = () => {
      for (const part of parts) void part.loaded();
    };
    // Safari has no idle callbacks.
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(load, 200);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(load, { timeout: 2000 });
    return () => cancelIdleCallback(request);
  }, [parts]);
};
