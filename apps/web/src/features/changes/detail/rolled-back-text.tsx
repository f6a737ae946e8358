import { RelativeTime } from '#ui/relative-time.tsx';
import type { ChangeDetail } from './change-detail.ts';
import { moveText } from '../move-text.ts';

interface RolledBackTextProps {
  /** Name of the environment. */
  readonly name: string;
  readonly rollback: NonNullable<ChangeDetail['environments'][number]['rollback']>;
}

/** Who rolled a change back in an environment, when, why, and which versions have been live there since. */
export const RolledBackText = ({ name, rollback: { byName, at, reason, moves } }: RolledBackTextProps) => (
  <div className="mt-1">
    <p>
      <strong className="font-medium">Rolled back in {name}</strong> by {byName ?? 'a former member'}{' '}
      <RelativeTime at={at} />
      {reason === '' ? '.' : <>: “{reason}”</>}
    </p>
    {moves.length > 0 && (
      <ul className="text-small text-muted">
        {moves.slice(0, 5).map((move) => (
          <li key={move.definitionId}>
            {move.name}: {moveText(move)}
          </li>
        ))}
        {moves.length > 5 && <li>and {moves.length - 5} more</li>}
      </ul>
    )}
  </div>
);
