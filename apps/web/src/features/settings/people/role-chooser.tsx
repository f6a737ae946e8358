import { roles as allRoles, type Role } from '@throughline/core/db/words/roles';
import { roleWords } from './role-words.ts';

interface RoleChooserProps {
  readonly roles: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}

/** Every role with what it allows. */
export const RoleChooser = ({ roles, onChange }: RoleChooserProps) => (
  <fieldset>
    <legend className="mb-1 text-small font-medium">Roles</legend>
    <div className="rounded-md border border-line">
      {allRoles.map((role) => (
        <label
          key={role}
          htmlFor={`role-${role}`}
          className="grid grid-cols-[auto_1fr] gap-x-2.5 border-b border-line px-3 py-2 last:border-b-0 hover:bg-hover"
        >
          <input
            id={`role-${role}`}
            type="checkbox"
            checked={roles.includes(role)}
            onChange={() => onChange(roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role])}
            className="row-span-2 mt-0.5 size-4 accent-accent"
          />
          <span className="font-medium">{roleWords[role].title}</span>
          <span className="text-small text-muted">{roleWords[role].description}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
