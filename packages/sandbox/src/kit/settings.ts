import type { SandboxState } from './state.ts';

/** Numbers a test or a demo may change through `PUT /__control/settings`, e.g. `dailyApiRequests`. They survive restarts. */
export type Settings = Readonly<Record<string, number>>;

const KEY = '__settings';

export function readSettings(state: SandboxState): Settings {
  return (state.value(KEY) as Settings | undefined) ?? {};
}

export function setting(state: SandboxState, name: string, fallback: number): number {
  return readSettings(state)[name] ?? fallback;
}

export function changeSettings(state: SandboxState, changes: Settings): Settings {
  const next = { ...readSettings(state), ...changes };
  state.setValue(KEY, next);
  return next;
}
