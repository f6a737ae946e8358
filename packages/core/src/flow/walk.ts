import type { Step } from './step.ts';
import { escapePointer } from './steps/step-kind.ts';

/** Which list of steps it is: the flow's own body, or a slot of a step. */
export type BodyAddress =
  | { readonly in: 'flow' }
  | { readonly in: 'step'; readonly stepId: string; readonly slot: string };

/** A step found on a walk, and where it is. */
export interface VisitedStep {
  readonly step: Step;
  /** RFC 6901 pointer into the flow document, for example `/body/2/bodies/each/0`. */
  readonly pointer: string;
  readonly address: BodyAddress;
  readonly index: number;
  /** Ancestors, outermost first, each with the slot that leads to this step. */
  readonly ancestors: readonly { readonly step: Step; readonly slot: string }[];
}

/** Every step in document order, parents before children. */
export function* walkSteps(
  body: readonly Step[],
  pointer = '/body',
  address: BodyAddress = { in: 'flow' },
  ancestors: VisitedStep['ancestors'] = [],
): Generator<VisitedStep> {
  for (const [index, step] of body.entries()) {
    const at = `${pointer}/${index}`;
    yield { step, pointer: at, address, index, ancestors };
    for (const [slot, inner] of Object.entries(step.bodies ?? {})) {
      yield* walkSteps(inner, `${at}/bodies/${escapePointer(slot)}`, { in: 'step', stepId: step.id, slot }, [
        ...ancestors,
        { step, slot },
      ]);
    }
  }
}

/** Every step that can run: none that is disabled, and none inside one. */
export function* walkEnabled(body: readonly Step[]): Generator<VisitedStep> {
  for (const visited of walkSteps(body)) if (disabledAround(visited) === undefined) yield visited;
}

/** The disabled step because of which this one does not run: itself, or the outermost around it. */
export const disabledAround = ({ step, ancestors }: VisitedStep): Step | undefined =>
  [...ancestors.map((outer) => outer.step), step].find(({ disabled }) => disabled === true);

/** The step with this id, or undefined. */
export function findStep(body: readonly Step[], stepId: string): VisitedStep | undefined {
  for (const visited of walkSteps(body)) if (visited.step.id === stepId) return visited;
  return undefined;
}

/** Ids of a step and of everything inside it. */
export const idsWithin = (step: Step): string[] => [...walkSteps([step])].map((visited) => visited.step.id);
