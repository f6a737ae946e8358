'use client';
import { usePathname, useRouter } from 'next/navigation';
import { ChevronDown, FlaskConical, Globe, Hammer, type LucideIcon } from 'lucide-react';
import type { EnvironmentKind } from '@throughline/core/db/schema/organisation';
import { classNames } from '#ui/class-names.ts';
import { DropdownMenu } from '#ui/dropdown-menu.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';

/**
 * The environment is the first part of every URL. Switching keeps the area but not the record, which belongs to one
 * environment.
 */
export const EnvironmentSwitcher = () => {
  const router = useRouter();
  const pathname = usePathname();
  const { environment, environments } = useWorkspace();
  const [, , area] = pathname.split('/');
  const Icon = icons[environment.kind];
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={`Environment: ${environment.name}`}
          className={classNames(
            'flex h-7 items-center gap-1.5 rounded-md border px-2 font-medium',
            environment.kind === 'production'
              ? 'border-production bg-failed-soft text-failed'
              : 'border-line-strong bg-raised hover:bg-hover',
          )}
        >
          <Icon aria-hidden className="size-3.5" />
          {environment.name}
          <ChevronDown aria-hidden className="size-3.5 text-muted" />
        </button>
      }
      sections={[
        {
          title: 'Environment',
          items: environments.map((each) => {
            const EachIcon = icons[each.kind];
            return {
              label: each.name,
              icon: <EachIcon aria-hidden />,
              isChosen: each.key === environment.key,
              onSelect: () => router.push(['', each.key, ...(area === undefined ? [] : [area])].join('/')),
            };
          }),
        },
      ]}
    />
  );
};

const icons: Record<EnvironmentKind, LucideIcon> = { development: Hammer, test: FlaskConical, production: Globe };
