'use client';
import { useState, type ReactNode, type RefObject } from 'react';
import { Tooltip as Radix } from 'radix-ui';

interface TooltipProps {
  readonly text: ReactNode;
  /** One element. Make it focusable if the text is not available elsewhere. */
  readonly children: ReactNode;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** Shows the text only if this element has no room for its own. */
  readonly whenCut?: RefObject<HTMLElement | null>;
}

export const Tooltip = ({ whenCut, ...props }: TooltipProps) => {
  const [isOpen, setIsOpen] = useState(false);
  if (whenCut === undefined) return <Shown {...props} />;
  const onOpenChange = (isWanted: boolean) => setIsOpen(isWanted && isCut(whenCut.current));
  return <Shown {...props} control={{ open: isOpen, onOpenChange }} />;
};

const isCut = (element: HTMLElement | null): boolean => element !== null && element.scrollWidth > element.clientWidth;

interface ShownProps extends Omit<TooltipProps, 'whenCut'> {
  readonly control?: { readonly open: boolean; readonly onOpenChange: (isOpen: boolean) => void };
}

const Shown = ({ text, children, side = 'top', control }: ShownProps) => (
  <Radix.Root {...control}>
    <Radix.Trigger asChild>{children}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        side={side}
        sideOffset={4}
        collisionPadding={8}
        className="z-50 max-w-72 rounded-md bg-text px-2 py-1 text-small text-surface shadow-float"
      >
        {text}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

export const TooltipProvider = ({ children }: { readonly children: ReactNode }) => (
  <Radix.Provider delayDuration={350} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
);
