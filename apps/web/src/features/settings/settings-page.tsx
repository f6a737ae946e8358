'use client';
import { useRouter } from 'next/navigation';
import { PageHeader } from '#ui/page-header.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Account } from './account/account.tsx';
import { Appearance } from './appearance.tsx';
import { AuditLog } from './audit-log.tsx';
import { OrganisationSettings } from './organisation-settings.tsx';
import { People } from './people/people.tsx';

/** People and roles, the organisation and its environments, the audit log, and appearance, each at its own address. */
export const SettingsPage = ({ section }: { readonly section: string }) => {
  const router = useRouter();
  const { can, pathTo } = useWorkspace();
  const tabs = [
    { value: 'people', label: 'People', content: <People /> },
    { value: 'organisation', label: 'Organisation', content: <OrganisationSettings /> },
    ...(can('admin', 'approver') ? [{ value: 'audit', label: 'Audit log', content: <AuditLog /> }] : []),
    { value: 'account', label: 'My account', content: <Account /> },
    { value: 'appearance', label: 'Appearance', content: <Appearance /> },
  ];
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs
        label="Settings"
        value={tabs.some(({ value }) => value === section) ? section : 'people'}
        onChange={(value) => router.push(pathTo('settings', value))}
        className="[&>[role=tablist]]:mx-4 lg:[&>[role=tablist]]:mx-6"
        panelClassName="pt-4"
        tabs={tabs}
      />
    </>
  );
};
