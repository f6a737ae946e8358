import { closedWonHandoff } from './closed-won-handoff/template.ts';
import type { Template } from './template.ts';

/** Every flow that ships with the product. */
export const templates = [closedWonHandoff] as const satisfies readonly Template[];
