'use client';
import { useCallback, useMemo, useState } from 'react';
import { useWorkspace } from '#features/workspace/workspace-context.ts';

/** Outputs by step id that test runs take instead of executing these steps. */
export type Pins = Readonly<Record<string, unknown>>;

export interface PinnedOutputs {
  readonly pins: Pins;
  readonly pin: (stepId: string, output: unknown) => void;
  readonly unpin: (stepId: string) => void;
}

/**
 * The pins of a person for a flow. They hold data of records, so they stay in this tab and end with it; they are not part
 * of the flow that others review.
 */
export const usePins = (definitionId: string): PinnedOutputs => {
  const { person, environment } = useWorkspace();
  const key = `throughline.pins/${person.id}/${environment.key}/${definitionId}`;
  const [pins, setPins] = useState<Pins>(() => readPins(key));
  const change = useCallback(
    (next: (before: Pins) => Pins) =>
      setPins((before) => {
        const after = next(before);
        keepPins(key, after);
        return after;
      }),
    [key],
  );
  const pin = useCallback<PinnedOutputs['pin']>(
    (stepId, output) => change((before) => ({ ...before, [stepId]: output })),
    [change],
  );
  const unpin = useCallback<PinnedOutputs['unpin']>(
    (stepId) => change(({ [stepId]: _gone, ...others }) => others),
    [change],
  );
  return useMemo(() => ({ pins, pin, unpin }), [pins, pin, unpin]);
};

function readPins(key: string): Pins {
  if (typeof sessionStorage === 'undefined') return {};
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Pins) : {};
  } catch {
    return {};
  }
}

/** Where the browser keeps nothing, the pins last as long as the page. */
function keepPins(key: string, pins: Pins): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(pins));
  } catch {
    // The pins of the page are not affected.
  }
}
