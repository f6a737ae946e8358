'use client';
import type { ReactNode } from 'react';
import { classNames } from '#ui/class-names.ts';
import { Tooltip } from '#ui/tooltip.tsx';

interface HeadToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

/** Switches something about a tree on and off. */
export const HeadToggle = ({ label, isOn, onChange, children }: HeadToggleProps) => (
  <Tooltip text={label}>
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
      className={classNames(
        'grid size-7 shrink-0 place-items-center rounded-md',
        isOn ? 'bg-accent-soft text-accent-strong' : 'text-muted hover:bg-hover hover:text-text',
      )}
    >
      {children}
    </button>
  </Tooltip>
);
