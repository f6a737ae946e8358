'use client';
import { useState } from 'react';
import { Plus, Workflow } from 'lucide-react';
import type { DefinitionSummary } from '#server/definitions/describe-definitions.ts';
import { Button } from '#ui/button.tsx';
import type { Column } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { EmptyState } from '#ui/states.tsx';
import { CreateDefinitionDialog } from '../definitions/create-definition-dialog.tsx';
import { DefinitionList } from '../definitions/definition-list.tsx';
import { definitionPath } from '../definitions/definition-path.ts';
import { DefinitionName } from '../definitions/definition-name.tsx';
import { DefinitionState } from '../definitions/definition-state.tsx';
import { VersionStrip } from '../definitions/version-strip.tsx';
import { RunStateIcon } from '../runs/run-state-pill.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';

export const FlowsPage = () => {
  const [isCreating, setIsCreating] = useState(false);
  const { can, environment, pathTo } = useWorkspace();
  const create = can('analyst') && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setIsCreating(true)}>
      New flow
    </Button>
  );
  return (
    <>
      <PageHeader title="Flows" detail="What happens when something changes in one of your systems." actions={create} />
      <DefinitionList
        label="Flows"
        kinds={['flow']}
        columns={columnsFor(environment.key)}
        hrefOf={({ kind, key }) => pathTo(...definitionPath(kind, key))}
        empty={
          <EmptyState icon={<Workflow aria-hidden />} title="No flows yet" action={create}>
            Draw what should happen when something changes in one of your systems, try it on a sample, then submit it
            for review.
          </EmptyState>
        }
      />
      {isCreating && <CreateDefinitionDialog kind="flow" isOpen onOpenChange={setIsCreating} />}
    </>
  );
};

const columnsFor = (environmentKey: string): readonly Column<DefinitionSummary>[] => [
  { key: 'name', title: 'Flow', cell: (row) => <DefinitionName definition={row} /> },
  { key: 'state', title: 'State', cell: (row) => <DefinitionState definition={row} environmentKey={environmentKey} /> },
  { key: 'versions', title: 'Versions', isWideOnly: true, cell: (row) => <VersionStrip live={row.live} /> },
  {
    key: 'owner',
    title: 'Owner',
    isWideOnly: true,
    className: 'whitespace-nowrap',
    cell: (row) => row.ownerName ?? '–',
  },
  {
    key: 'run',
    title: 'Last run',
    isWideOnly: true,
    cell: ({ lastRun }) =>
      lastRun === undefined ? (
        <span className="text-muted">never</span>
      ) : (
        <span className="flex items-center gap-1.5">
          <RunStateIcon state={lastRun.state} />
          <RelativeTime at={lastRun.createdAt} />
        </span>
      ),
  },
];
