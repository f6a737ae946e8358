'use client';
import { useState } from 'react';
import Link from 'next/link';
import { ArrowUpRight } from 'lucide-react';
import { blankForm } from '@throughline/core/mapping/fields';
import { CreateDefinitionDialog } from '#features/definitions/create-definition-dialog.tsx';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { Button, buttonClasses } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { useDefinitionsOf } from '../../use-definitions-of.ts';
import { FormPart } from '../form-part.tsx';
import { useFormScope } from '../form-scope.ts';
import type { KindProps } from './kind-props.ts';
import { SeenEntries } from './seen-entries.tsx';

/** Which value map, what is looked up in it, and what if it has no entry; with the entries themselves. */
export const ValueMapFields = ({ form, onChange }: KindProps<'value-map'>) => {
  const { isReadOnly, valueMaps } = useFormScope();
  const { map, value, otherwise } = form;
  const keys = Object.keys(valueMaps).toSorted();
  const names = useDefinitionsOf('value-map');
  const known = map === '' || keys.includes(map) ? keys : [map, ...keys];
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-center gap-1">
        <Select
          aria-label="Value map"
          className="min-w-0 flex-1"
          value={map === '' ? undefined : map}
          isDisabled={isReadOnly}
          placeholder={keys.length === 0 ? 'There are no value maps yet' : 'Choose a value map…'}
          options={known.map((key) => {
            const name = names.get(key)?.name ?? key;
            return { value: key, label: name, ...(name !== key && { hint: key }) };
          })}
          onChange={(next) => onChange({ ...form, map: next })}
        />
        {map === '' ? (
          !isReadOnly && <NewValueMap onCreated={(key) => onChange({ ...form, map: key })} />
        ) : (
          <MapLink map={map} />
        )}
      </div>
      <FormPart label="Look up" form={value} onChange={(next) => onChange({ ...form, value: next })} />
      {otherwise === undefined ? (
        <p className="flex items-center gap-2 text-muted">
          A value without an entry stops the record.
          {!isReadOnly && (
            <Button variant="ghost" onClick={() => onChange({ ...form, otherwise: blankForm })}>
              Use something else
            </Button>
          )}
        </p>
      ) : (
        <>
          <FormPart
            label="Without an entry"
            form={otherwise}
            onChange={(next) => onChange({ ...form, otherwise: next })}
            isResult
          />
          {!isReadOnly && (
            <Button variant="ghost" className="self-start" onClick={() => onChange({ kind: 'value-map', map, value })}>
              Stop the record instead
            </Button>
          )}
        </>
      )}
      {map !== '' && <SeenEntries key={map} map={map} rows={valueMaps[map] ?? {}} />}
    </div>
  );
};

interface NewValueMapProps {
  readonly onCreated: (key: string) => void;
}

/** Creates a value map without leaving the form; its rows are then added below. */
const NewValueMap = ({ onCreated }: NewValueMapProps) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" onClick={() => setIsOpen(true)}>
        Create one…
      </Button>
      {isOpen && <CreateDefinitionDialog kind="value-map" isOpen onOpenChange={setIsOpen} onCreated={onCreated} />}
    </>
  );
};

const MapLink = ({ map }: { readonly map: string }) => {
  const { pathTo } = useWorkspace();
  return (
    <Link
      href={pathTo('value-maps', map)}
      className={buttonClasses({ variant: 'ghost', size: 'icon' })}
      aria-label={`Open the value map ${map}`}
    >
      <ArrowUpRight aria-hidden />
    </Link>
  );
};
