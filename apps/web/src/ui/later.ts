'use client';
import { createElement, useEffect, useSyncExternalStore, type ComponentType, type ReactNode } from 'react';

/** A part of a page whose code is loaded when it is first shown, or ahead of that. */
export class Later<Part> {
  readonly #import: () => Promise<Part>;
  readonly #watchers = new Set<() => void>();
  #loading: Promise<void> | undefined;
  #part: Part | undefined;

  constructor(load: () => Promise<Part>) {
    this.#import = load;
  }

  /** Undefined until it is loaded. */
  readonly part = (): Part | undefined => this.#part;

  /** Undefined if it could not be fetched. Then it is asked for again the next time. */
  readonly loaded = async (): Promise<Part | undefined> => {
    this.#loading ??= this.#fetch();
    await this.#loading;
    return this.#part;
  };

  async #fetch(): Promise<void> {
    try {
      this.#part = await this.#import();
      for (const watcher of this.#watchers) watcher();
    } catch {
      this.#loading = undefined;
    }
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

const nothing = () => undefined;

/** The part, which is loaded if it is not there yet, unless it has to wait. */
export const useLater = <Part>(later: Later<Part>, isWaiting = false): Part | undefined => {
  const part = useSyncExternalStore(later.watch, later.part, nothing);
  useEffect(() => {
    if (!isWaiting) void later.loaded();
  }, [later, isWaiting]);
  return part;
};

interface ShownLaterProps<Props extends object> {
  readonly later: Later<ComponentType<Props>>;
  readonly props: Props;
  /** Shown until its code is there. */
  readonly meanwhile?: ReactNode;
}

/** A component whose code is loaded when it is shown. */
export const ShownLater = <Props extends object>({ later, props, meanwhile }: ShownLaterProps<Props>): ReactNode => {
  const Part = useLater(later);
  return Part === undefined ? meanwhile : createElement(Part, props);
};

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
