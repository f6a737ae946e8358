import type { Step } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';

/** Where in loops a step ran, in the names of the flow: `lines[3].tasks[0].write` is “Each line” 4 › “Tasks” 1. */
export const describePath = (path: string, body: readonly Step[]): string =>
  [...path.matchAll(/([A-Za-z0-9]+)\[(\d+)\]/g)]
    .map(([, id = '', index = '0']) => `“${findStep(body, id)?.step.name ?? id}” ${Number(index) + 1}`)
    .join(' › ');
