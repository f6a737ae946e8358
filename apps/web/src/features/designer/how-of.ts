import type { SelectHow } from './state/designer-state.ts';

interface Click {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** How a click selects: Shift a range, Ctrl or Cmd one more, otherwise only this one. */
export function howOf({ shiftKey, ctrlKey, metaKey }: Click): SelectHow {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey ? 'toggle' : 'only';
}
