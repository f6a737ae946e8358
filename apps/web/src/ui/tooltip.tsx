'use client';
import type { ReactNode } from 'react';
import { Tooltip as Radix } from 'radix-ui';

interface TooltipProps {
  readonly text: ReactNode;
  /** One element; make it focusable when the text is not said elsewhere. */
  readonly children: ReactNode;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

export const Tooltip = ({ text, children, side = 'top' }: TooltipProps) => (
  <Radix.Root>
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
