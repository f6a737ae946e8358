'use client';
import { Group } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { isSameAddress } from '@throughline/core/flow/edit';
import { stepKinds } from '@throughline/core/flow/step';
import type { VisitedStep } from '@throughline/core/flow/walk';
import { Button } from '#ui/button.tsx';
import { DropdownMenu, type MenuItem } from '#ui/dropdown-menu.tsx';
import { useDesignerData, type DesignerData } from '../designer-data.ts';
import { containerKinds, proposeContainer } from '../find/propose-container.ts';
import type { DesignerActions } from '../use-designer.ts';
import { viewOf } from '../steps/registry.ts';

interface WrapMenuProps {
  readonly flow: FlowDocument;
  readonly steps: readonly VisitedStep[];
  readonly onWrap: DesignerActions['wrap'];
}

/** Puts the steps into a new loop, branch or parallel step. */
export const WrapMenu = ({ flow, steps, onWrap }: WrapMenuProps) => {
  const data = useDesignerData();
  const items = wrapItems(flow, steps, data, onWrap);
  if (items.length === 0) return null;
  return <DropdownMenu trigger={<Button icon={<Group aria-hidden />}>Put into…</Button>} sections={[{ items }]} />;
};

/** One item per kind of container. None if the steps are not all in one body. */
export function wrapItems(
  flow: FlowDocument,
  steps: readonly VisitedStep[],
  data: DesignerData,
  onWrap: DesignerActions['wrap'],
): MenuItem[] {
  const [first, ...others] = steps;
  if (first === undefined || others.some(({ address }) => !isSameAddress(address, first.address))) return [];
  return containerKinds.map((kind) => {
    const { icon: Icon } = viewOf(kind);
    return {
      label: `Put into ${stepKinds[kind].title.toLowerCase()}`,
      icon: <Icon aria-hidden />,
      onSelect: () => {
        const made = proposeContainer(flow, first, kind, data);
        if (made !== undefined) onWrap(made.container, made.slot);
      },
    };
  });
}
