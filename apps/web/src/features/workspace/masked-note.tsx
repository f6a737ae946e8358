'use client';
import { EyeOff } from 'lucide-react';
import { rolesWithPersonalData } from '@throughline/core/db/words/roles';
import { Notice } from '#ui/states.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { useWorkspace } from './workspace-context.ts';

const whoSees = `The ${new Intl.ListFormat('en', { type: 'disjunction' }).format(rolesWithPersonalData)} role shows the real values.`;

/** True if the server puts invented values in place of personal data for this person. */
const useIsMasked = (): boolean => !useWorkspace().can(...rolesWithPersonalData);

/** Says that personal data is masked, to those for whom it is. */
export const MaskedNote = ({ className = '' }: { readonly className?: string }) =>
  useIsMasked() ? (
    <div className={className}>
      <Notice tone="info" icon={<EyeOff aria-hidden />}>
        Personal data is masked: names, addresses, phone numbers and the like are invented. {whoSees}
      </Notice>
    </div>
  ) : null;

/** The same in one word, where there is no room. */
export const MaskedMark = () =>
  useIsMasked() ? (
    <Tooltip text={`Personal data is masked with invented values. ${whoSees}`}>
      <span tabIndex={0} className="flex items-center gap-1 text-small text-muted [&_svg]:size-3.5">
        <EyeOff aria-hidden />
        Masked
      </span>
    </Tooltip>
  ) : null;
