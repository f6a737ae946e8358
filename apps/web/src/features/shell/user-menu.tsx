'use client';
import { useRouter } from 'next/navigation';
import { LogOut, UserCog } from 'lucide-react';
import { DropdownMenu } from '#ui/dropdown-menu.tsx';
import { authClient } from '../sign-in/auth-client.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { initialsOf } from '../workspace/initials-of.ts';

export const UserMenu = () => {
  const router = useRouter();
  const { person, roles, pathTo } = useWorkspace();
  const signOut = async () => {
    await authClient.signOut();
    // A full page load, so that no cached data of this person stays in memory.
    window.location.assign('/sign-in');
  };
  return (
    <DropdownMenu
      align="end"
      trigger={
        <button
          type="button"
          className="grid size-7 place-items-center rounded-full bg-accent-soft text-caps font-semibold text-accent-strong hover:outline hover:outline-accent"
        >
          <span aria-hidden>{initialsOf(person.name)}</span>
          <span className="sr-only">{person.name}, account menu</span>
        </button>
      }
      header={
        <div className="px-2 pt-1 pb-1.5">
          <p className="font-medium">{person.name}</p>
          <p className="text-small text-muted">{person.email}</p>
          <p className="mt-0.5 text-small text-muted">{roles.join(', ')}</p>
        </div>
      }
      sections={[
        {
          items: [
            {
              label: 'My account',
              icon: <UserCog aria-hidden />,
              onSelect: () => router.push(pathTo('settings', 'account')),
            },
            { label: 'Sign out', icon: <LogOut aria-hidden />, onSelect: () => void signOut() },
          ],
        },
      ]}
    />
  );
};
