import type { FlowDocument } from '@throughline/core/flow';
import { kindOf, onErrorSlot, type Step } from '@throughline/core/flow/step';
import type { BodyAddress } from '@throughline/core/flow/walk';
import { triggerNodeId } from '../layout/geometry.ts';

/** One line of the outline. */
export type OutlineRow = {
  readonly id: string;
  readonly level: number;
  /** Position among its siblings, from 1, and their number. */
  readonly position: number;
  readonly setSize: number;
  /** Absent for rows that contain nothing. */
  readonly isOpen?: boolean;
} & (
  | { readonly type: 'trigger'; readonly name: string }
  | { readonly type: 'step'; readonly step: Step; readonly address: BodyAddress; readonly index: number }
  /** A slot for steps: a case of a branch, a parallel body or an error lane. */
  | {
      readonly type: 'slot';
      readonly title: string;
      readonly stepId: string;
      readonly slot: string;
      readonly count: number;
    }
);

/** The flow as lines in reading order, without the contents of collapsed containers. */
export function outlineRows(flow: FlowDocument, collapsed: ReadonlySet<string>): OutlineRow[] {
  const setSize = flow.body.length + 1;
  return [
    { type: 'trigger', id: triggerNodeId, name: flow.trigger.name, level: 1, position: 1, setSize },
    ...bodyRows(flow.body, { address: { in: 'flow' }, level: 1, offset: 1 }, collapsed),
  ];
}

interface Place {
  readonly address: BodyAddress;
  readonly level: number;
  /** Siblings before this body's first step. */
  readonly offset: number;
}

function bodyRows(
  steps: readonly Step[],
  { address, level, offset }: Place,
  collapsed: ReadonlySet<string>,
): OutlineRow[] {
  const setSize = steps.length + offset;
  return steps.flatMap((step, index): OutlineRow[] => {
    const slots = rowSlots(step);
    const frame = { id: step.id, level, position: index + 1 + offset, setSize };
    if (slots.length === 0) return [{ ...frame, type: 'step', step, address, index }];
    const isOpen = !collapsed.has(step.id);
    const row: OutlineRow = { ...frame, type: 'step', step, address, index, isOpen };
    return isOpen ? [row, ...slotRows(step, slots, level + 1, collapsed)] : [row];
  });
}

interface Slot {
  readonly slot: string;
  readonly title: string;
}

/** Slots that the outline shows: those of the kind, and the error lane if it contains something. */
function rowSlots(step: Step): Slot[] {
  const own = kindOf(step).slots(step.config);
  const hasLane = (step.bodies?.[onErrorSlot]?.length ?? 0) > 0;
  return [...own, ...(hasLane ? [{ slot: onErrorSlot, title: 'On error' }] : [])];
}

function slotRows(step: Step, slots: readonly Slot[], level: number, collapsed: ReadonlySet<string>): OutlineRow[] {
  // A loop has one body. Its steps are listed right below it, followed by the error lane.
  const direct = kindOf(step).control.runs === 'body-per-item' ? slots[0] : undefined;
  const named = direct === undefined ? slots : slots.slice(1);
  const directSteps = direct === undefined ? [] : (step.bodies?.[direct.slot] ?? []);
  const first =
    direct === undefined
      ? []
      : bodyRows(
          directSteps,
          { address: { in: 'step', stepId: step.id, slot: direct.slot }, level, offset: 0 },
          collapsed,
        );
  return [
    ...first,
    ...named.flatMap(({ slot, title }, index): OutlineRow[] => {
      const id = `${step.id}/${slot}`;
      const body = step.bodies?.[slot] ?? [];
      const isOpen = !collapsed.has(id);
      const row: OutlineRow = {
        type: 'slot',
        id,
        title,
        stepId: step.id,
        slot,
        count: body.length,
        level,
        position: directSteps.length + index + 1,
        setSize: directSteps.length + named.length,
        ...(body.length === 0 ? {} : { isOpen }),
      };
      const address: BodyAddress = { in: 'step', stepId: step.id, slot };
      return isOpen ? [row, ...bodyRows(body, { address, level: level + 1, offset: 0 }, collapsed)] : [row];
    }),
  ];
}

/** The row that contains this one; undefined at the top. */
export function parentRow(rows: readonly OutlineRow[], index: number): OutlineRow | undefined {
  const level = rows[index]?.level ?? 0;
  return rows.slice(0, index).findLast((row) => row.level < level);
}
