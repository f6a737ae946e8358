interface DemoSignInsProps {
  readonly isDisabled: boolean;
  readonly onChoose: (email: string, password: string) => void;
}

/** The demo firm's people, one click each. Shown only if the server says that this is a demo. */
export const DemoSignIns = ({ isDisabled, onChoose }: DemoSignInsProps) => (
  <section aria-label="Demo sign-ins" className="mt-5 border-t border-line pt-4">
    <h2 className="mb-2 text-small text-muted">Demo: sign in as</h2>
    <div className="grid grid-cols-2 gap-2">
      {people.map(({ name, email, role }) => (
        <button
          key={email}
          type="button"
          disabled={isDisabled}
          onClick={() => onChoose(email, demoPassword)}
          className="rounded-md border border-line-strong px-2.5 py-1.5 text-left transition-colors hover:border-accent hover:bg-accent-soft disabled:opacity-60"
        >
          <span className="block font-medium">{name}</span>
          <span className="block text-small text-muted">{role}</span>
        </button>
      ))}
    </div>
  </section>
);

const demoPassword = 'halden-pike-demo';

const people = [
  { name: 'Ana Ruiz', email: 'ana@haldenpike.example', role: 'Analyst' },
  { name: 'Ben Okafor', email: 'ben@haldenpike.example', role: 'Approver' },
  { name: 'Olga Weiss', email: 'olga@haldenpike.example', role: 'Operator' },
  { name: 'Ada Lindqvist', email: 'ada@haldenpike.example', role: 'Admin' },
] as const;
