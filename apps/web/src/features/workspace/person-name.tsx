interface PersonNameProps {
  readonly name: string;
  /** Unique, unlike the name; null for a former member or a part of the system. */
  readonly email: string | null;
}

/** A person, where it matters who it was: the name, with the address that distinguishes colleagues. */
export const PersonName = ({ name, email }: PersonNameProps) => (
  <span className="wrap-anywhere">
    <span className="font-medium">{name}</span>
    {email !== null && <span className="text-small text-muted"> {email}</span>}
  </span>
);
