import { v5 } from 'uuid';

const namespace = '8f0d2f1b-6f0e-4b52-9b8b-5d1c5d9c2a77';

/** A call step has one called run, however often it is resumed. */
export const calledRunId = (workflowId: string, path: string): string => v5(`${workflowId}/${path}`, namespace);
