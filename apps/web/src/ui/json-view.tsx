'use client';
import { useState, type ReactNode } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { CopyButton } from './copy-button.tsx';
import { classNames } from './class-names.ts';

interface JsonViewProps {
  readonly value: unknown;
  readonly label: string;
  readonly className?: string;
  /** Levels that are initially expanded. */
  readonly openDepth?: number;
}

/** A JSON value as a collapsible tree. */
export const JsonView = ({ value, label, className, openDepth = 2 }: JsonViewProps) => (
  <div className={classNames('relative min-w-0 rounded-md border border-line bg-sunken', className)}>
    <section aria-label={label} tabIndex={0} className="max-h-full overflow-auto p-2.5 pr-9 font-mono text-code">
      <Node value={value} depth={0} openDepth={openDepth} suffix="" />
    </section>
    <CopyButton text={JSON.stringify(value, null, 2) ?? ''} label={`Copy ${label}`} isInCorner />
  </div>
);

interface NodeProps {
  readonly name?: string;
  readonly value: unknown;
  readonly depth: number;
  readonly openDepth: number;
  readonly suffix: string;
}

const Node = ({ name, value, depth, openDepth, suffix }: NodeProps) => {
  const [isOpen, setIsOpen] = useState(depth < openDepth);
  const key = name === undefined ? null : <span className="text-accent-strong">{JSON.stringify(name)}: </span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <Line depth={depth}>
        {key}
        <Scalar value={value} />
        {suffix}
      </Line>
    );
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <Line depth={depth}>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="-ml-4 min-h-6 min-w-6 rounded-sm text-left hover:bg-hover"
        >
          <Arrow aria-hidden className="mr-0.5 inline size-3.5 text-muted" />
          {key}
          {open}
          {!isOpen && (
            <span className="text-muted">
              {' '}
              {entries.length} {isList ? 'items' : 'fields'} {close}
            </span>
          )}
        </button>
        {!isOpen && suffix}
      </Line>
      {isOpen &&
        entries.map(([childName, child], index) => (
          <Node
            key={childName}
            {...(isList ? {} : { name: childName })}
            value={child}
            depth={depth + 1}
            openDepth={openDepth}
            suffix={index < entries.length - 1 ? ',' : ''}
          />
        ))}
      {isOpen && (
        <Line depth={depth}>
          {close}
          {suffix}
        </Line>
      )}
    </>
  );
};

const Line = ({ depth, children }: { readonly depth: number; readonly children: ReactNode }) => (
  <div className="break-words whitespace-pre-wrap" style={{ paddingLeft: 16 + depth * 14 }}>
    {children}
  </div>
);

const Scalar = ({ value }: { readonly value: unknown }) => {
  if (value === undefined) return <span className="text-muted">nothing</span>;
  const look = value === null ? 'text-muted' : (scalarLooks[typeof value] ?? '');
  return <span className={look}>{JSON.stringify(value)}</span>;
};

const scalarLooks: Readonly<Record<string, string>> = {
  string: 'text-live',
  number: 'text-waiting',
  boolean: 'text-review',
};
