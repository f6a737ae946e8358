'use client';
import { useMemo } from 'react';
import { Popover } from 'radix-ui';
import { classNames } from '#ui/class-names.ts';
import { floatClasses } from '#ui/menu-classes.ts';
import type { StepOffer } from './find/step-offer.ts';
import { PickerList } from './picker-list.tsx';

interface StepPickerProps {
  /** Where it opens; undefined while it is closed. */
  readonly anchor: HTMLElement | undefined;
  readonly onClose: () => void;
  readonly onPick: (offer: StepOffer) => void;
}

/** Chooses a new step by what it does: by typing words, with arrow keys and Enter, or by clicking. */
export const StepPicker = ({ anchor, onClose, onPick }: StepPickerProps) => {
  const anchorRef = useMemo(() => ({ current: anchor ?? document.body }), [anchor]);
  return (
    <Popover.Root open={anchor !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={anchorRef} />
      <Popover.Portal>
        <Popover.Content
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label="Insert a step"
          className={classNames(floatClasses, 'flex w-84 flex-col p-0')}
        >
          <PickerList onPick={onPick} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};
