'use client';
import { useEffect, useState } from 'react';
import { MappingEvaluator, type EvaluationWorker, type WorkerEvents } from './evaluator.ts';
import type { WorkAnswer } from './work.ts';

/** An evaluator that lives as long as the page that uses it. */
export const useEvaluator = (): MappingEvaluator => {
  const [evaluator] = useState(() => new MappingEvaluator(createWorker));
  useEffect(() => () => evaluator.close(), [evaluator]);
  return evaluator;
};

const createWorker = ({ onAnswer, onFailure }: WorkerEvents): EvaluationWorker => {
  const worker = new Worker(new URL('evaluation.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<WorkAnswer>) => onAnswer(data.id, data.outcome));
  worker.addEventListener('error', ({ message }) => onFailure(message || 'The preview cannot start.'));
  return { send: (message) => worker.postMessage(message, []), terminate: () => worker.terminate() };
};
