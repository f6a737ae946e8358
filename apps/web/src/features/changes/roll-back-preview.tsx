import { TriangleAlert, Workflow } from 'lucide-react';
import type { RollBackPreview as Preview } from '#server/releases/preview-roll-back.ts';
import { Notice } from '#ui/states.tsx';
import { KindIcon } from '../definitions/kind-icon.tsx';
import { moveText } from './move-text.ts';
import { ProblemList } from './problem-list.tsx';

interface RollBackPreviewProps {
  readonly preview: Preview;
  readonly environmentName: string;
}

/** The documents whose live version changes, and the flows and runs that this affects. */
export const RollBackPreview = ({ preview, environmentName }: RollBackPreviewProps) => {
  const { moves, flows, refusal } = preview;
  if (refusal !== null) {
    return (
      <>
        <Notice tone="fail" icon={<TriangleAlert aria-hidden />}>
          {refusal.message}
        </Notice>
        <ProblemList problems={refusal.problems} />
      </>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <section aria-label="Documents that change">
        <h3 className="mb-1 font-medium">
          {moves.length === 1 ? 'One document changes' : `${moves.length} documents change`} in {environmentName}
        </h3>
        <ul className="flex max-h-48 flex-col gap-1 overflow-y-auto rounded-md border border-line px-3 py-2">
          {moves.map((move) => (
            <li key={move.definitionId} className="flex flex-wrap items-center gap-x-2">
              <KindIcon kind={move.kind} />
              <span className="min-w-0 flex-1 truncate">{move.name}</span>
              <span className="text-small text-muted">{moveText(move)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Flows and runs that are touched">
        <h3 className="mb-1 font-medium">Flows and runs</h3>
        {flows.length === 0 ? (
          <p className="text-muted">No live flow uses these documents.</p>
        ) : (
          <ul className="flex max-h-40 flex-col gap-1 overflow-y-auto rounded-md border border-line px-3 py-2">
            {flows.map(({ key, name, runsUnderWay }) => (
              <li key={key} className="flex flex-wrap items-center gap-x-2">
                <Workflow aria-hidden className="size-3.5 text-muted" />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="text-small text-muted">{runText(runsUnderWay)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
};

const runText = (count: number): string => {
  if (count === 0) return 'no run under way';
  return count === 1 ? 'one run under way finishes on its version' : `${count} runs under way finish on their versions`;
};
