import { KeyRound, Pencil, UserCheck, UserMinus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { Member } from './member.ts';

export interface MemberDeed {
  readonly kind: 'confirm' | 'roles' | 'reset' | 'remove';
  readonly member: Member;
}

interface MemberActionsProps {
  readonly member: Member;
  readonly onChoose: (deed: MemberDeed) => void;
}

/** What the current person may do with a member. */
export const MemberActions = ({ member, onChoose }: MemberActionsProps) => {
  const { can, person } = useWorkspace();
  const isSelf = member.userId === person.id;
  const awaitsConfirmation = member.linkFrom !== null && member.confirmedByName === null;
  const deeds = [
    ...(can('admin', 'approver') && awaitsConfirmation && !isSelf && member.linkFrom !== person.id ? [confirm] : []),
    ...(can('admin') ? [changeRoles] : []),
    ...(can('admin') && !isSelf ? [reset] : []),
    ...(can('admin') ? [remove] : []),
  ];
  return deeds.map(({ kind, icon: Icon, label }) => (
    <Button
      key={kind}
      size="icon"
      variant="ghost"
      aria-label={label(member.name)}
      title={label(member.name)}
      onClick={() => onChoose({ kind, member })}
    >
      <Icon aria-hidden />
    </Button>
  ));
};

const confirm = { kind: 'confirm', icon: UserCheck, label: (name: string) => `Confirm ${name}` } as const;
const changeRoles = { kind: 'roles', icon: Pencil, label: (name: string) => `Change the roles of ${name}` } as const;
const reset = { kind: 'reset', icon: KeyRound, label: (name: string) => `Reset the sign-in of ${name}` } as const;
const remove = { kind: 'remove', icon: UserMinus, label: (name: string) => `Remove ${name}` } as const;
