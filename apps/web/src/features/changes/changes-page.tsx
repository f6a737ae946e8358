'use client';
import { useState } from 'react';
import { Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { ChangeList } from './change-list.tsx';
import { NewChangeDialog } from './new-change-dialog.tsx';
import { ReleaseList } from './release-list.tsx';

export const ChangesPage = () => {
  const [isCreating, setIsCreating] = useState(false);
  const [url, setUrl] = useUrlState({ view: 'changes' });
  const { can, environment } = useWorkspace();
  const create = can('analyst') && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setIsCreating(true)}>
      New change
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Changes"
        detail="Drafts go live together, after another person has reviewed them."
        actions={create}
      />
      <Tabs
        label="Changes and releases"
        value={url.view}
        onChange={(view) => setUrl({ view })}
        className="[&>[role=tablist]]:mx-4 lg:[&>[role=tablist]]:mx-6"
        tabs={[
          { value: 'changes', label: 'Changes', content: <ChangeList create={create} /> },
          { value: 'releases', label: `Releases to ${environment.name}`, content: <ReleaseList /> },
        ]}
      />
      {isCreating && <NewChangeDialog isOpen onOpenChange={setIsCreating} />}
    </>
  );
};
