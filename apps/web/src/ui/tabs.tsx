'use client';
import type { ReactNode } from 'react';
import { Tabs as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';

export interface Tab {
  readonly value: string;
  readonly label: ReactNode;
  readonly count?: number | undefined;
  readonly content: ReactNode;
  /** Stays mounted while another tab is open, for content that must not lose its state. */
  readonly isKept?: boolean;
}

interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly className?: string;
  /** Classes of the open panel. */
  readonly panelClassName?: string;
}

export const Tabs = ({ tabs, value, onChange, label, className, panelClassName }: TabsProps) => (
  <Radix.Root value={value} onValueChange={onChange} className={classNames('flex min-h-0 flex-col', className)}>
    <Radix.List aria-label={label} className="flex shrink-0 gap-4 overflow-x-auto border-b border-line px-1">
      {tabs.map((tab) => (
        <Radix.Trigger
          key={tab.value}
          value={tab.value}
          className="-mb-px flex h-8 shrink-0 items-center gap-1.5 border-b-2 border-transparent font-medium text-muted transition-colors hover:text-text data-[state=active]:border-accent data-[state=active]:text-text"
        >
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && (
            <span className="rounded-full bg-hover px-1.5 text-caps text-muted">{tab.count}</span>
          )}
        </Radix.Trigger>
      ))}
    </Radix.List>
    {tabs.map((tab) => (
      <Radix.Content
        key={tab.value}
        value={tab.value}
        {...(tab.isKept === true ? { forceMount: true } : {})}
        className={classNames('min-h-0 flex-1 data-[state=inactive]:hidden', panelClassName ?? 'pt-3')}
      >
        {tab.content}
      </Radix.Content>
    ))}
  </Radix.Root>
);
