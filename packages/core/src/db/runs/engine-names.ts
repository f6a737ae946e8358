/** Names that the processes which start work and those which do it must agree on. Renaming one strands queued work. */
export const engineApplication = 'throughline';
export const engineSchema = 'dbos';

export const engineQueues = {
  /** Runs, partitioned by ordering key: within a partition one at a time, in arrival order. */
  runs: 'runs',
  /** Small requests from the web app that a person is waiting for. */
  control: 'control',
} as const;

export const engineWorkflows = {
  runFlow: 'runFlow',
  runPart: 'runPart',
  answerRequest: 'answerRequest',
  stopRun: 'stopRun',
} as const;

/** Topic under which a waiting step receives its message; `path` tells the steps of one workflow apart. */
export const stepTopic = (path: string): string => `step:${path}`;
