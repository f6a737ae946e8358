'use client';
import { useRef } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { Tooltip } from '#ui/tooltip.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import type { ChangeDetail } from '../change-detail.ts';
import { SurpriseDetail } from './surprise-detail.tsx';
import { SurpriseState } from './surprise-state.tsx';
import { countsText, fieldName } from './surprise-words.ts';
import type { ShownSurprise } from './use-behaviour.ts';

interface MappingSurprisesProps {
  readonly change: ChangeDetail;
  /** Those of one mapping. */
  readonly surprises: readonly ShownSurprise[];
}

/** The changed fields of a mapping and the one that is open. The URL names it, so that it can be sent to somebody. */
export const MappingSurprises = ({ change, surprises }: MappingSurprisesProps) => {
  const list = useRef<HTMLOListElement>(null);
  const [url, setUrl] = useUrlState({ output: '' });
  const named = surprises.findIndex((each) => nameInUrl(each) === url.output);
  const position = Math.max(0, named);
  const chosen = surprises[position];
  if (chosen === undefined) return null;
  const choose = (at: number) => {
    const next = surprises[Math.min(surprises.length - 1, Math.max(0, at))];
    if (next !== undefined) setUrl({ output: nameInUrl(next) });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const at = Math.min(surprises.length - 1, Math.max(0, position + (event.key === 'ArrowDown' ? 1 : -1)));
    choose(at);
    list.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div className="grid rounded-md border border-line lg:grid-cols-[minmax(14rem,20rem)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col">
        <div className="flex items-center border-b border-line py-1 pr-1 pl-3">
          <span role="status" className="flex-1 text-small text-muted tabular-nums">
            {surprises.length === 1 ? 'One changed output' : `${position + 1} of ${surprises.length} changed outputs`}
          </span>
          {surprises.length > 1 && <Stepper onStep={(by) => choose(position + by)} />}
        </div>
        <ol ref={list} aria-label="Changed outputs" className="max-h-80 overflow-y-auto py-1">
          {surprises.map((each, at) => (
            <li key={nameInUrl(each)}>
              <button
                type="button"
                aria-current={at === position ? 'true' : undefined}
                onClick={() => choose(at)}
                onKeyDown={onKeyDown}
                className={classNames(
                  'flex min-h-10 w-full items-center gap-2 px-3 py-1 text-left transition-colors',
                  at === position ? 'bg-accent-soft' : 'hover:bg-hover',
                )}
              >
                <span className="min-w-0 flex-1">
                  <span className={classNames('block truncate', each.field !== '' && 'font-mono text-code')}>
                    {fieldName(each.field)}
                  </span>
                  <span className="block text-small text-muted">{countsText(each.changed)}</span>
                </span>
                <SurpriseState state={each.state} />
              </button>
            </li>
          ))}
        </ol>
      </div>
      <div className="min-w-0 border-line p-4 max-lg:border-t lg:border-l">
        <SurpriseDetail key={nameInUrl(chosen)} change={change} surprise={chosen} all={surprises} />
      </div>
    </div>
  );
};

/** A whole result has no name, and a URL cannot hold an empty one. */
const nameInUrl = ({ field }: ShownSurprise): string => (field === '' ? '@result' : field);

const Stepper = ({ onStep }: { readonly onStep: (by: 1 | -1) => void }) => (
  <>
    <Tooltip text="Previous changed output">
      <Button
        variant="ghost"
        size="icon"
        aria-label="Previous changed output"
        icon={<ChevronUp aria-hidden />}
        onClick={() => onStep(-1)}
      />
    </Tooltip>
    <Tooltip text="Next changed output">
      <Button
        variant="ghost"
        size="icon"
        aria-label="Next changed output"
        icon={<ChevronDown aria-hidden />}
        onClick={() => onStep(1)}
      />
    </Tooltip>
  </>
);
