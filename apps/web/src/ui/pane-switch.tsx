import { classNames } from './class-names.ts';

interface PaneSwitchProps<Name extends string> {
  /** Names and titles of the parts, in their order. */
  readonly panes: readonly (readonly [Name, string])[];
  readonly value: Name;
  readonly onChange: (name: Name) => void;
}

/** On a narrow screen, one part of an editor shows at a time, and this chooses it. */
export const PaneSwitch = <Name extends string>({ panes, value, onChange }: PaneSwitchProps<Name>) => (
  <div
    role="group"
    aria-label="Part"
    className="flex shrink-0 gap-1 border-b border-line bg-raised px-3 py-1.5 lg:hidden"
  >
    {panes.map(([name, title]) => (
      <button
        key={name}
        type="button"
        aria-pressed={value === name}
        onClick={() => onChange(name)}
        className={classNames(
          'h-7 flex-1 rounded-md font-medium',
          value === name ? 'bg-accent-soft text-accent-strong' : 'text-muted hover:bg-hover',
        )}
      >
        {title}
      </button>
    ))}
  </div>
);
