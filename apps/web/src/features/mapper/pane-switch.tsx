import { classNames } from '#ui/class-names.ts';

export type PaneName = 'source' | 'mapping' | 'target';

const paneTitles: readonly (readonly [PaneName, string])[] = [
  ['source', 'Source'],
  ['target', 'Target'],
  ['mapping', 'Mapping'],
];

/** On a narrow screen, the part that is shown. */
export const PaneSwitch = ({
  value,
  onChange,
}: {
  readonly value: PaneName;
  readonly onChange: (name: PaneName) => void;
}) => (
  <div
    role="group"
    aria-label="Part"
    className="flex shrink-0 gap-1 border-b border-line bg-raised px-3 py-1.5 lg:hidden"
  >
    {paneTitles.map(([name, title]) => (
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
