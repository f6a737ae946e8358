import type { DefinitionSummary } from '#server/definitions/describe-definitions.ts';
import { Pill } from '#ui/pill.tsx';

interface DefinitionStateProps {
  readonly definition: DefinitionSummary;
  readonly environmentKey: string;
}

/** The state of a definition: what is live here, and what is in progress. */
export const DefinitionState = ({ definition, environmentKey }: DefinitionStateProps) => {
  const liveNumber = definition.live[environmentKey];
  const { change, draft } = definition;
  const isReviewed = change !== undefined && change.state !== 'open';
  return (
    <span className="flex flex-wrap items-center gap-1">
      {liveNumber !== undefined && <Pill tone="live">Live v{liveNumber}</Pill>}
      {isReviewed && <Pill tone="review">{change.state === 'approved' ? 'Approved' : 'In review'}</Pill>}
      {draft !== undefined && !isReviewed && <Pill tone="draft">Draft</Pill>}
      {liveNumber === undefined && draft === undefined && <Pill tone="skipped">Not live here</Pill>}
    </span>
  );
};
