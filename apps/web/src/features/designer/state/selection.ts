/** What the panel shows: a step, the trigger, or the flow's settings (null). */
export type Selection = string | null;
