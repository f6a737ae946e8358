import type { FlowDocument } from '@throughline/core/flow';
import { kindOf } from '@throughline/core/flow/step';
import { describeTrigger, systemIdOf } from '../describe-trigger.ts';
import { catalog, type DesignerData } from '../designer-data.ts';
import { triggerNodeId, type LayoutNode } from '../layout/geometry.ts';
import { isContainer } from '../state/designer-state.ts';
import type { ProblemCounts } from '../placed-problem.ts';
import { stateWords, type StepStates } from '../step-state.ts';
import { describeStep } from '../steps/registry.ts';
import type { EndNode, FlowNode, StepNode, TriggerNode } from './node-data.ts';
import { ownValue } from '@throughline/core/connector/own-value';

export interface FlowNodesInput {
  readonly flow: FlowDocument;
  readonly nodes: readonly LayoutNode[];
  readonly data: DesignerData;
  readonly states: StepStates;
  readonly selectedId: string | null | undefined;
  /** All selected steps, when there may be several. */
  readonly selectedIds?: ReadonlySet<string> | undefined;
  /** Steps that are skipped, because they or something around them is disabled. */
  readonly off: ReadonlySet<string>;
  readonly problems: ReadonlyMap<string, ProblemCounts>;
  readonly onToggle: ((id: string) => void) | undefined;
}

const noProblems: ProblemCounts = { errors: 0, warnings: 0 };

/** The nodes of a layout as nodes of the canvas, with the data that each one shows. */
export function flowNodes(input: FlowNodesInput): FlowNode[] {
  return input.nodes.map((node) => {
    if (node.step !== undefined) return stepNode(node, node.step, input);
    return node.type === 'trigger' ? triggerNode(node, input) : endNode(node);
  });
}

interface CachedNode {
  readonly made: readonly unknown[];
  readonly node: StepNode;
}

/** Steps are immutable, so the node of an unchanged step is the same object as before. */
const cache = new WeakMap<object, CachedNode>();

function stepNode(node: LayoutNode, step: NonNullable<LayoutNode['step']>, input: FlowNodesInput): StepNode {
  const { data, states, selectedId, selectedIds, off, problems, onToggle } = input;
  const count = problems.get(step.id) ?? noProblems;
  const isFocusable = node.id === selectedId;
  const isSelected = isFocusable || selectedIds?.has(node.id) === true;
  const made = [
    node.x,
    node.y,
    node.hiddenSteps,
    states[step.id],
    isFocusable,
    isSelected,
    off.has(step.id),
    count.errors,
    count.warnings,
    data,
    onToggle,
  ];
  const known = cache.get(step);
  if (known !== undefined && known.made.every((part, index) => part === made[index])) return known.node;
  const fresh = makeStepNode(node, step, input, { count, isSelected });
  cache.set(step, { made, node: fresh });
  return fresh;
}

function makeStepNode(
  node: LayoutNode,
  step: NonNullable<LayoutNode['step']>,
  { data, states, selectedId, off, onToggle }: FlowNodesInput,
  { count, isSelected }: { readonly count: ProblemCounts; readonly isSelected: boolean },
): StepNode {
  const { connection } = kindOf(step).references(step.config);
  const subtitle = describeStep(step, data);
  const state = states[step.id];
  const isDisabled = off.has(step.id);
  const words = [
    step.name,
    kindOf(step).title,
    subtitle,
    state && stateWords[state.state],
    state?.reason,
    isDisabled && 'disabled',
  ];
  return {
    ...frameOf(node, node.id === selectedId),
    type: 'step',
    ariaLabel: words.filter(Boolean).join(', '),
    data: {
      step,
      subtitle,
      monogram: connection === undefined ? undefined : ownValue(catalog, systemIdOf(connection, data))?.monogram,
      state,
      isSelected,
      isDisabled,
      problems: count,
      hiddenSteps: node.hiddenSteps,
      isContainer: isContainer(step),
      onToggle,
    },
  };
}

function triggerNode(node: LayoutNode, input: FlowNodesInput): TriggerNode {
  const { flow, data, states, selectedId, problems } = input;
  const { trigger } = flow;
  const isSelected = selectedId === triggerNodeId;
  return {
    ...frameOf(node, isSelected || selectedId === null || selectedId === undefined),
    type: 'trigger',
    ariaLabel: `Trigger: ${trigger.name}, ${describeTrigger(trigger, data)}`,
    data: {
      trigger,
      subtitle: describeTrigger(trigger, data),
      monogram: 'connection' in trigger ? ownValue(catalog, systemIdOf(trigger.connection, data))?.monogram : undefined,
      state: states[triggerNodeId],
      isSelected,
      problems: problems.get(triggerNodeId) ?? noProblems,
    },
  };
}

const endNode = (node: LayoutNode): EndNode => ({ ...frameOf(node, false), type: 'end', data: {}, selectable: false });

/** Only one node at a time is in the Tab order. Arrow keys move from it. */
const frameOf = ({ id, x, y, width, height }: LayoutNode, isFocusable: boolean) => ({
  id,
  position: { x, y },
  width,
  height,
  focusable: isFocusable,
  draggable: false,
  connectable: false,
  handles: noHandles,
});

/**
 * The handles are specified explicitly. Without them, React Flow forgets a node's measurements when the node moves, and
 * renders it, visible or not, to measure it again. Inserting a step at the top would then render all steps of the flow.
 */
const noHandles: never[] = [];
