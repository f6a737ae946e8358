'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { ArrowLeftRight, Plus, Table2 } from 'lucide-react';
import type { DefinitionSummary } from '#server/definitions/describe-definitions.ts';
import type { CreatableKind } from '#server/definitions/starting-document.ts';
import { Button } from '#ui/button.tsx';
import type { Column } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { EmptyState } from '#ui/states.tsx';
import { CreateDefinitionDialog } from '../definitions/create-definition-dialog.tsx';
import { DefinitionList } from '../definitions/definition-list.tsx';
import { DefinitionName } from '../definitions/definition-name.tsx';
import { definitionPath } from '../definitions/definition-path.ts';
import { DefinitionState } from '../definitions/definition-state.tsx';
import { VersionStrip } from '../definitions/version-strip.tsx';
import { NewMappingDialog } from '../mapper/new-mapping-dialog.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';

export const MappingsPage = () => {
  const router = useRouter();
  const [creating, setCreating] = useState<CreatableKind>();
  const { can, environment, pathTo } = useWorkspace();
  const actions = can('analyst') && (
    <>
      <Button icon={<Table2 aria-hidden />} onClick={() => setCreating('value-map')}>
        New value map
      </Button>
      <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setCreating('mapping')}>
        New mapping
      </Button>
    </>
  );
  return (
    <>
      <PageHeader
        title="Mappings"
        detail="How one shape is built from another, and the value maps that translate codes."
        actions={actions}
      />
      <DefinitionList
        label="Mappings"
        kinds={['mapping', 'value-map']}
        columns={columnsFor(environment.key)}
        hrefOf={({ kind, key }) => pathTo(...definitionPath(kind, key))}
        empty={
          <EmptyState icon={<ArrowLeftRight aria-hidden />} title="No mappings yet" action={actions}>
            A mapping builds one shape from another: a contract from an opportunity, a customer from an account.
          </EmptyState>
        }
      />
      <NewMappingDialog
        isOpen={creating === 'mapping'}
        onOpenChange={(isOpen) => setCreating(isOpen ? 'mapping' : undefined)}
        onCreated={(key) => router.push(pathTo('mappings', key))}
      />
      {creating === 'value-map' && (
        <CreateDefinitionDialog
          kind="value-map"
          isOpen
          onOpenChange={(isOpen) => setCreating(isOpen ? 'value-map' : undefined)}
        />
      )}
    </>
  );
};

const columnsFor = (environmentKey: string): readonly Column<DefinitionSummary>[] => [
  { key: 'name', title: 'Name', cell: (row) => <DefinitionName definition={row} /> },
  {
    key: 'kind',
    title: 'Kind',
    isWideOnly: true,
    cell: ({ kind }) => (
      <span className="flex items-center gap-1.5 whitespace-nowrap text-muted [&_svg]:size-3.5">
        {kind === 'mapping' ? <ArrowLeftRight aria-hidden /> : <Table2 aria-hidden />}
        {kind === 'mapping' ? 'Mapping' : 'Value map'}
      </span>
    ),
  },
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
    key: 'draft',
    title: 'Draft saved',
    isWideOnly: true,
    cell: ({ draft }) =>
      draft === undefined ? <span className="text-muted">–</span> : <RelativeTime at={draft.updatedAt} />,
  },
];
