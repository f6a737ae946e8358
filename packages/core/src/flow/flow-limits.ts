/** How large a flow may be. Far above what a person draws, and low enough that one run cannot flood a worker. */
export const flowLimits = {
  /** Steps of one flow, all bodies included. */
  steps: 500,
  /** Containers around a step: branches, loops, parallel steps and error handlers. */
  depth: 12,
  /** Parts that may run at the same moment, called flows included: ways of parallel steps times concurrency of loops. */
  width: 100,
  /** Flows below a flow: a called flow may call another one, and so on. */
  callDepth: 8,
  /** Steps of a flow together with those of the flows it calls, counted once for each call. */
  calledSteps: 5000,
} as const;
