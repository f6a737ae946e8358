import { hubspot } from './hubspot/hubspot-system.ts';
import { kantata } from './kantata/kantata-system.ts';
import type { SandboxSystem } from './kit/system.ts';
import { netsuite } from './netsuite/netsuite-system.ts';
import { salesforce } from './salesforce/salesforce-system.ts';

/** Every stand-in there is; adding one means a folder and a line here. */
export const systems = { salesforce, netsuite, kantata, hubspot } satisfies Record<string, SandboxSystem>;

export type SystemId = keyof typeof systems;

export const systemIds = Object.keys(systems) as SystemId[];
