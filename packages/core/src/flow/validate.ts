import { flowSchema, type FlowDocument } from './definition.ts';
import type { Problem } from './problem.ts';
import { shapeProblems } from './shape-problems.ts';
import { formatProblem, upgradeFlow } from './upgrades.ts';
import type { ValidationContext } from './validation-context.ts';
import { walkSteps } from './walk.ts';
import { deliveryProblems } from './validation/identity.ts';
import { referenceProblems } from './validation/references.ts';
import { expressionProblems } from './validation/step-expressions.ts';
import { shapeUseProblems } from './validation/shape-use.ts';
import { widthsOfFlows } from './validation/limits.ts';
import { structureProblems } from './validation/structure.ts';
import { triggerProblems } from './validation/trigger.ts';

/**
 * Finds everything wrong with a flow document, in no particular order. Empty when it can run. Never throws. A document
 * of the wrong shape gets the problems of its shape only, because the rest cannot be read.
 */
export function validateFlow(input: unknown, context: ValidationContext): Problem[] {
  const newer = formatProblem(input, 'flow');
  if (newer !== undefined) return [newer];
  const document = upgradeFlow(input);
  const parsed = flowSchema.safeParse(document);
  if (!parsed.success) return shapeProblems(parsed.error, document, 'flow');
  const flow = parsed.data;
  const structure = structureProblems(flow, widthsOfFlows(new Map(Object.entries(context.flows))));
  // The other checks compare steps with each other, and would take too long on a flow of unlimited size.
  if (structure.some(({ code }) => code === 'TOO_MANY_STEPS')) return structure;
  const expressions = expressionProblems(flow, context);
  return [
    ...triggerProblems(flow, context),
    ...structure,
    ...ofEnabledSteps(flow, [
      ...expressions,
      ...shapeUseProblems(flow, context, expressions),
      ...referenceProblems(flow, context),
      ...deliveryProblems(flow),
    ]),
  ];
}

/** What a disabled step would do wrong does not matter until somebody enables it. */
function ofEnabledSteps(flow: FlowDocument, problems: readonly Problem[]): Problem[] {
  const off = Array.from(walkSteps(flow.body)).filter(({ step }) => step.disabled === true);
  return problems.filter(
    ({ pointer }) =>
      !off.some((disabled) => pointer === disabled.pointer || pointer.startsWith(`${disabled.pointer}/`)),
  );
}
