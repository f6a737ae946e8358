'use client';
import { useState } from 'react';
import { Boxes } from 'lucide-react';
import { entityOf, isEntityName, type EntityName } from '@throughline/core/canonical';
import { entityJsonSchema } from '@throughline/core/canonical/entity-json-schema';
import { JsonView } from '#ui/json-view.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { Select } from '#ui/select.tsx';
import { EmptyState } from '#ui/states.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { systemTitle, SystemTile } from '../systems/system-tile.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { EntityFields } from './entity-fields.tsx';
import { objectsOf } from './objects-of.ts';

export const EntityPage = ({ name }: { readonly name: string }) =>
  isEntityName(name) ? (
    <KnownEntity name={name} />
  ) : (
    <EmptyState icon={<Boxes aria-hidden />} title={`There is no entity “${name}”`}>
      See the list of entities under Model.
    </EmptyState>
  );

/** One entity: its fields in plain words, its versions, an example, and the objects that correspond to it. */
const KnownEntity = ({ name }: { readonly name: EntityName }) => {
  const { pathTo } = useWorkspace();
  const entity = entityOf(name);
  const [url, setUrl] = useUrlState({ version: entity.current });
  const [text, setText] = useState('');
  const version = Object.hasOwn(entity.versions, url.version) ? url.version : entity.current;
  const versions = Object.keys(entity.versions).map((value) => ({
    value,
    label: value === entity.current ? `${value} (current)` : value,
  }));
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Model', href: pathTo('model') }]}
        title={entity.title}
        detail={entity.description}
        actions={
          <Select
            aria-label="Version"
            value={version}
            onChange={(next) => setUrl({ version: next })}
            options={versions}
            className="w-36"
          />
        }
      />
      <div className="grid items-start gap-4 px-4 pb-8 lg:px-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Panel
          title="Fields"
          isFlush
          actions={<SearchInput value={text} onChange={setText} label="Search fields" className="w-48" />}
        >
          <EntityFields schema={entityJsonSchema(name, version)} text={text} />
        </Panel>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="Stands for it">
            <ul className="flex flex-col gap-2">
              {objectsOf(name).map(({ system, title }) => (
                <li key={`${system}${title}`} className="flex items-center gap-2.5">
                  <SystemTile system={system} size="small" />
                  {systemTitle(system)} {title.toLowerCase()}
                </li>
              ))}
              {objectsOf(name).length === 0 && <li className="text-muted">No object of today’s connectors.</li>}
            </ul>
          </Panel>
          <Panel title="Example">
            <JsonView value={entity.versions[version]?.example} label="example" openDepth={3} />
          </Panel>
        </div>
      </div>
    </>
  );
};
