import type { EnvironmentKind } from '@throughline/core/db/schema/organisation';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** Which version is live in each environment, in order of promotion. */
export const VersionStrip = ({ live }: { readonly live: Readonly<Record<string, number>> }) => {
  const { environments } = useWorkspace();
  return (
    <span className="flex items-center gap-2 text-small whitespace-nowrap">
      {environments.map(({ key, name, kind }) => (
        <span key={key} className="flex items-center gap-1">
          <span className="text-muted" title={name}>
            {shortNames[kind]}
          </span>
          <span className={live[key] === undefined ? 'text-muted' : 'font-medium'}>
            {live[key] === undefined ? '–' : `v${live[key]}`}
          </span>
        </span>
      ))}
    </span>
  );
};

const shortNames: Record<EnvironmentKind, string> = { development: 'dev', test: 'test', production: 'prod' };
