import type { StepKind, StepOf } from '@throughline/core/flow/step';
import type { Frame } from '../run/run-context.ts';

/** Executes a step of one kind. Returns its output, plain JSON. @throws StepFailure */
export type StepExecutor<Kind extends StepKind> = (step: StepOf<Kind>, path: string, frame: Frame) => Promise<unknown>;
