'use client';
import { CircleAlert, MousePointerClick, TextCursorInput, X } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import type { Picking } from './picking.ts';

/** What is going on, for everybody while a field is held or something was refused, and always for a screen reader. */
export const PickHint = ({ picking }: { readonly picking: Picking }) => {
  const { held, said, isProblem, choice } = picking.state;
  const isShown = (held !== undefined && held.by !== 'drag' && choice === undefined) || isProblem;
  return (
    <div
      className={classNames(
        isShown
          ? // Between the trees, where it covers neither a field nor a form.
            'absolute bottom-3 left-1/2 z-20 flex w-max max-w-[92%] -translate-x-1/2 flex-wrap items-center lg:top-12 lg:bottom-auto lg:[grid-area:1/2/2/3] gap-2 rounded-lg border bg-raised py-1 pr-1 pl-3 text-small shadow-float'
          : 'sr-only',
        isProblem ? 'border-failed/50' : 'border-line-strong',
      )}
    >
      {isProblem ? (
        <CircleAlert aria-hidden className="size-4 shrink-0 text-failed" />
      ) : (
        <MousePointerClick aria-hidden className="size-4 shrink-0 text-accent" />
      )}
      <span role="status" aria-label="Mapping by hand" className="min-w-0 py-1">
        {said}
      </span>
      {isShown && held?.side === 'source' && (
        <Button variant="ghost" icon={<TextCursorInput aria-hidden />} onClick={() => picking.insert(held.id)}>
          Insert into the text
        </Button>
      )}
      {isShown && (
        <Button
          variant="ghost"
          size="icon"
          aria-label={held === undefined ? 'Hide this message' : 'Cancel'}
          icon={<X aria-hidden />}
          onClick={() => (held === undefined ? picking.dismiss() : picking.cancel())}
        />
      )}
    </div>
  );
};
