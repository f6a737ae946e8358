/**
 * How large a flow may be. The limits are far above what a person draws, and low enough that one run cannot flood a
 * worker.
 */
export const flowLimits = {
  /** Steps of one flow, all bodies included. */
  steps: 500,
  /** Containers around a step: branches, loops, parallel steps and error handlers. */
  depth: 12,
  /**
   * Parts that may run at the same time, including called flows: branches of parallel steps times the concurrency of
   * loops.
   */
  width: 100,
  /** Levels of calls below a flow: a called flow may call another one, and so on. */
  callDepth: 8,
  /** Steps of a flow and of the flows it calls, counted once per call. */
  calledSteps: 5000,
} as const;
