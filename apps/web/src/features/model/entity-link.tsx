'use client';
import Link from 'next/link';
import { CircleQuestionMark } from 'lucide-react';
import { entityNames, entityOf } from '@throughline/core/canonical';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { buttonClasses } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';

/** What a canonical entity is, where one is used, and the way to its fields. Nothing for an unknown name. */
export const EntityLink = ({ entity }: { readonly entity: string }) => {
  const { pathTo } = useWorkspace();
  const known = entityNames.find((each) => each === entity);
  if (known === undefined) return null;
  const { title, description } = entityOf(known);
  return (
    <Tooltip text={description}>
      <Link
        href={pathTo('model', known)}
        // The editor stays as it is.
        target="_blank"
        aria-label={`What ${title} is: its fields and an example, in a new tab`}
        className={buttonClasses({ variant: 'ghost', size: 'icon' })}
      >
        <CircleQuestionMark aria-hidden />
      </Link>
    </Tooltip>
  );
};
