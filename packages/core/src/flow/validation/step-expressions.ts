import type { FlowDocument } from '../definition.ts';
import type { Problem } from '../problem.ts';
import { isLoopBody, kindOf, onErrorSlot } from '../step.ts';
import type { ExpressionSite } from '../steps/step-kind.ts';
import type { ValidationContext } from '../validation-context.ts';
import { disabledAround, walkSteps, type VisitedStep } from '../walk.ts';
import type { StepUse } from '../../mapping/read-expression.ts';
import { availability } from './availability.ts';
import { checkExpression, type VariableRefusal } from './expressions.ts';
import { outputProblem } from './outputs.ts';
import { known, stepProblem } from './step-report.ts';

/** Checks every expression of a flow: those of its trigger, its settings and its steps. */
export function expressionProblems(flow: FlowDocument, context: ValidationContext): Problem[] {
  const visited = [...walkSteps(flow.body)];
  // Of two steps with the same id, the first one counts. The second one is reported elsewhere.
  const byId = new Map(visited.toReversed().map((at) => [at.step.id, at]));
  return [
    ...outerProblems(flow, context),
    ...visited.flatMap((at) =>
      kindOf(at.step)
        .expressions(at.step.config)
        .flatMap((site) => siteProblems(at, site, byId, context)),
    ),
  ];
}

/**
 * The trigger's condition and the flow's keys are evaluated when an event arrives, before any step. The label is
 * evaluated again later.
 */
function outerProblems({ trigger, settings }: FlowDocument, context: ValidationContext): Problem[] {
  const sites: (readonly [string, string | undefined])[] = [
    ['/trigger/when', trigger.when],
    ['/settings/idempotencyKey', settings.idempotencyKey],
    ['/settings/orderingKey', settings.orderingKey],
    ['/settings/businessKey', settings.businessKey],
  ];
  const label = ['/settings/businessLabel', settings.businessLabel] as const;
  return [
    ...sites.flatMap((site) => outerSiteProblems(site, context, refuseOutside)),
    ...outerSiteProblems(label, context, (name) => (name === 'steps' ? undefined : refuseOutside(name))),
  ];
}

const outerSiteProblems = (
  [pointer, text]: readonly [string, string | undefined],
  context: ValidationContext,
  refuse: typeof refuseOutside,
): Problem[] =>
  text === undefined ? [] : checkExpression(text, context, refuse).problems.map((problem) => ({ pointer, ...problem }));

function refuseOutside(name: string): VariableRefusal | undefined {
  if (name === 'trigger') return undefined;
  const message =
    name === 'steps'
      ? 'No step has run when this is evaluated. Use $trigger, the data of the event.'
      : `There is no variable $${name} here. Use $trigger, the data of the event.`;
  return { code: name === 'steps' ? 'STEP_NOT_RUN' : 'UNKNOWN_VARIABLE', message };
}

function siteProblems(
  at: VisitedStep,
  site: ExpressionSite,
  byId: ReadonlyMap<string, VisitedStep>,
  context: ValidationContext,
): Problem[] {
  const { reading, problems } = checkExpression(site.text, context, refuseInside(at, site));
  return [
    ...problems.map(({ code, message, severity, range }) =>
      stepProblem(at, site.pointer, code, message, { severity, ...(range && isCode(site) && { range }) }),
    ),
    ...(reading?.steps ?? []).flatMap((use) =>
      stepUseProblems(at, site, { ...use, isForeseen: reading?.foreseen.includes(use.stepId) === true }, byId, context),
    ),
  ];
}

/** A position in a literal is not a position in the expression that is made from it. */
const isCode = ({ value }: ExpressionSite): boolean => value.kind !== 'literal';

function refuseInside({ step, ancestors }: VisitedStep, site: ExpressionSite) {
  const isInLoop = ancestors.some((outer) => isLoopBody(outer.step, outer.slot)) || site.isPerItem === true;
  const isInHandler = ancestors.some(({ slot }) => slot === onErrorSlot);
  const variables = new Set([
    'trigger',
    'steps',
    'flow',
    ...(isInLoop ? ['item', 'index'] : []),
    ...(isInHandler ? ['error'] : []),
  ]);
  return (name: string): VariableRefusal | undefined => {
    if (variables.has(name)) return undefined;
    if (name === 'item' || name === 'index') {
      const message = `"${step.name}" uses $${name} outside a for-each. Move it inside one, or use $steps.`;
      return { code: 'ITEM_OUTSIDE_FOR_EACH', message };
    }
    const hint = name === 'error' ? 'It exists inside an error handler only.' : known(name, [...variables]);
    return { code: 'UNKNOWN_VARIABLE', message: `"${step.name}" uses $${name}, which does not exist here. ${hint}` };
  };
}

function stepUseProblems(
  at: VisitedStep,
  site: ExpressionSite,
  use: StepUse & { readonly isForeseen: boolean },
  byId: ReadonlyMap<string, VisitedStep>,
  context: ValidationContext,
): Problem[] {
  const { stepId, start, end } = use;
  const range = isCode(site) ? { range: { start, end } } : {};
  const source = byId.get(stepId);
  if (source === undefined) {
    const message = `"${at.step.name}" uses $steps.${stepId}, but there is no such step. ${knownBefore(stepId, at, byId)}`;
    return [stepProblem(at, site.pointer, 'UNKNOWN_STEP', message, range)];
  }
  const off = disabledAround(source);
  if (off !== undefined && disabledAround(at) === undefined) {
    if (use.isForeseen) return [];
    const why = off === source.step ? 'is disabled' : `is inside "${off.name}", which is disabled`;
    const message = `"${at.step.name}" uses $steps.${stepId}, but "${source.step.name}" ${why}, so it gives nothing. Enable "${off.name}", or say what is given then.`;
    return [stepProblem(at, site.pointer, 'STEP_DISABLED', message, { ...range, severity: 'warning' })];
  }
  const can = availability(source, at);
  const name = `"${at.step.name}" uses $steps.${stepId}, but "${source.step.name}" ${can.is === 'always' ? '' : can.reason}`;
  switch (can.is) {
    case 'never':
      return [stepProblem(at, site.pointer, 'STEP_NOT_RUN', `${name}. Use a step that has run by then.`, range)];
    case 'sometimes': {
      if (use.isForeseen) return [];
      const message = `${name}: it is empty otherwise. Say what is given then, such as $exists($steps.${stepId}) ? $steps.${stepId}.id : null.`;
      return [stepProblem(at, site.pointer, 'STEP_MAY_NOT_RUN', message, { ...range, severity: 'warning' })];
    }
    case 'always': {
      const text = outputProblem(source.step, use.names, context);
      if (text === undefined) return [];
      const message = `"${at.step.name}" uses $steps.${[stepId, ...use.names].join('.')}: ${text}`;
      return [stepProblem(at, site.pointer, 'UNKNOWN_OUTPUT', message, { ...range, severity: 'warning' })];
    }
  }
}

/** Names only steps whose output can be read where the mistake is. */
function knownBefore(stepId: string, at: VisitedStep, byId: ReadonlyMap<string, VisitedStep>): string {
  const readable = [...byId].filter(([, source]) => availability(source, at).is !== 'never').map(([id]) => id);
  return readable.length === 0 ? 'No step has run before this one.' : known(stepId, readable);
}
