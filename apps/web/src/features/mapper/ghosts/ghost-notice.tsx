import { Replace } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/states.tsx';
import type { GhostField } from './ghost-work.ts';
import { ghostMessage } from './ghost-message.ts';
import { renameFix } from './rename-fix.ts';

interface GhostNoticeProps {
  readonly ghost: GhostField;
  /** Absent if nothing may be edited. */
  readonly onAccept: ((ghost: GhostField) => void) | undefined;
}

/** Says of a selected ghost what is wrong with it, with the field that may take its place. */
export const GhostNotice = ({ ghost, onAccept }: GhostNoticeProps) => (
  <Notice tone="warn">
    <span className="flex flex-col items-start gap-1.5">
      {ghostMessage(ghost)}
      {ghost.rename !== undefined && onAccept !== undefined && (
        <Button icon={<Replace aria-hidden />} onClick={() => onAccept(ghost)}>
          {renameFix(ghost.rename).title}
        </Button>
      )}
    </span>
  </Notice>
);
