'use client';
import { useState, type ReactNode } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';

interface PanelSectionProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** A collapsible part of the panel. */
export const PanelSection = ({ title, isOpen: isOpenAtFirst, children }: PanelSectionProps) => {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className="border-t border-line">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="flex h-9 w-full items-center gap-1.5 px-4 text-left font-medium hover:bg-hover"
        >
          <Arrow aria-hidden className="-ml-1 size-4 text-muted" />
          {title}
        </button>
      </h3>
      {isOpen && <div className="flex flex-col gap-3 px-4 pb-4">{children}</div>}
    </section>
  );
};
