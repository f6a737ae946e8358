import type { RefObject } from 'react';
import { Panel } from '@xyflow/react';
import type { Underway } from '../placing/use-placing.ts';

interface PlacingNoticeProps {
  readonly underway: Underway;
  /** Follows the pointer while the mouse drags. */
  readonly label: RefObject<HTMLDivElement | null>;
}

/** What is on its way, where it would go, and why it cannot go there. A screen reader is told apart from this. */
export const PlacingNotice = ({ underway, label }: PlacingNoticeProps) => {
  const { by, label: what, aimName, refusal } = underway;
  const text = (
    <>
      <span className="font-medium">{what}</span>
      {aimName !== '' && refusal === undefined && <span className="block">{aimName}</span>}
      {refusal !== undefined && <span className="block text-failed">{refusal}</span>}
    </>
  );
  if (by === 'mouse') {
    return (
      <div
        ref={label}
        aria-hidden
        className="pointer-events-none fixed top-0 left-0 z-50 max-w-72 rounded-md border border-line-strong bg-raised px-2.5 py-1.5 text-small shadow-float"
      >
        {text}
      </div>
    );
  }
  return (
    <Panel position="top-center">
      <div aria-hidden className="max-w-96 rounded-md border border-accent bg-raised px-3 py-2 text-small shadow-float">
        {text}
        <span className="mt-1 block text-muted">↑ ↓ choose a place, Enter puts it there, Esc cancels.</span>
      </div>
    </Panel>
  );
};
