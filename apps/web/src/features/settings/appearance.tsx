'use client';
import { Panel } from '#ui/panel.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { parseTheme } from '../shell/theme.ts';
import { useTheme } from '../shell/use-theme.ts';

export const Appearance = () => {
  const [theme, choose] = useTheme();
  return (
    <div className="max-w-xl px-4 pb-8 lg:px-6">
      <Panel title="Theme">
        <Segmented
          label="Theme"
          value={theme}
          onChange={(value) => choose(parseTheme(value))}
          segments={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
        <p className="mt-3 text-small text-muted">
          Kept in this browser. Motion is reduced when the system asks for it.
        </p>
      </Panel>
    </div>
  );
};
