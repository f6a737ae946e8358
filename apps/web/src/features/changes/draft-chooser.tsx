'use client';
import { useQuery } from '@tanstack/react-query';
import { RelativeTime } from '#ui/relative-time.tsx';
import { KindIcon } from '../definitions/kind-icon.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';

interface DraftChooserProps {
  readonly chosen: readonly string[];
  readonly onChange: (definitionIds: readonly string[]) => void;
}

type Draft = Outputs['drafts']['list'][number];

/** Every draft. Those in another open change cannot be selected, and name that change. */
export const DraftChooser = ({ chosen, onChange }: DraftChooserProps) => {
  const trpc = useTRPC();
  const drafts = useQuery(trpc.drafts.list.queryOptions());
  const toggle = (definitionId: string) =>
    onChange(chosen.includes(definitionId) ? chosen.filter((id) => id !== definitionId) : [...chosen, definitionId]);
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">Drafts</legend>
      <div className="max-h-64 overflow-auto rounded-md border border-line">
        <QueryView query={drafts}>
          {(rows) =>
            rows.length === 0 ? (
              <p className="px-3 py-4 text-center text-muted">There are no drafts. Edit a flow or a mapping first.</p>
            ) : (
              rows.map((draft) => (
                <DraftLine
                  key={draft.definitionId}
                  draft={draft}
                  isChosen={chosen.includes(draft.definitionId)}
                  onToggle={() => toggle(draft.definitionId)}
                />
              ))
            )
          }
        </QueryView>
      </div>
    </fieldset>
  );
};

interface DraftLineProps {
  readonly draft: Draft;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

const DraftLine = ({ draft, isChosen, onToggle }: DraftLineProps) => (
  <label className="flex items-center gap-2 border-b border-line px-3 py-1.5 last:border-b-0 hover:bg-hover">
    <input
      type="checkbox"
      checked={isChosen}
      disabled={draft.changeNumber !== null}
      onChange={onToggle}
      className="accent-accent"
    />
    <KindIcon kind={draft.kind} />
    <span className="min-w-0 flex-1 truncate">{draft.name}</span>
    <span className="text-small text-muted">
      {draft.changeNumber === null ? (
        <>
          {draft.savedByName ?? 'somebody'}, <RelativeTime at={draft.savedAt} />
        </>
      ) : (
        `in change ${draft.changeNumber}`
      )}
    </span>
  </label>
);
