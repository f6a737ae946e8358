'use client';
import Link from 'next/link';
import { ArrowUpRight } from 'lucide-react';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { buttonClasses } from '#ui/button.tsx';
import { Monogram } from '#ui/monogram.tsx';
import { catalog, systemOf, useDesignerData, type NamedKey } from '../designer-data.ts';
import { ChoiceField } from './choice-field.tsx';
import { ownValue } from '@throughline/core/connector/own-value';

interface PickerProps {
  readonly pointer: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
}

/** A connection of this environment, with its system. */
export const ConnectionPicker = ({ pointer, value, onChange }: PickerProps) => {
  const data = useDesignerData();
  const { environment } = useWorkspace();
  return (
    <ChoiceField
      label="Connection"
      pointer={pointer}
      value={value}
      onChange={onChange}
      isRequired
      placeholder={
        data.connections.length === 0 ? `${environment.name} has no connections yet` : 'Choose a connection…'
      }
      options={data.connections.map(({ key, name, system }) => ({
        value: key,
        label: name,
        hint: key,
        icon: <Monogram letters={ownValue(catalog, system)?.monogram ?? '??'} size="small" />,
      }))}
    />
  );
};

interface ObjectPickerProps extends PickerProps {
  readonly connection: string;
  readonly isWritableOnly?: boolean;
}

/** An object of the connection's system, from its manifest. */
export const ObjectPicker = ({ connection, pointer, value, onChange, isWritableOnly = false }: ObjectPickerProps) => {
  const system = systemOf(useDesignerData(), connection);
  const objects = Object.values(system?.objects ?? {}).filter(({ write }) => !isWritableOnly || write !== undefined);
  return (
    <ChoiceField
      label="Object"
      pointer={pointer}
      value={value}
      onChange={onChange}
      isRequired
      hint={ownValue(system?.objects, value)?.description}
      placeholder={system === undefined ? 'Choose a connection first' : 'Choose an object…'}
      options={objects.map(({ name, title }) => ({
        value: name,
        label: title,
        ...(title === name ? {} : { hint: name }),
      }))}
    />
  );
};

interface DefinitionPickerProps extends PickerProps {
  readonly label: string;
  readonly choices: readonly NamedKey[];
  /** Path segments of its editor, before the key. */
  readonly editor: readonly string[];
  readonly hint?: string;
}

/** Chooses a mapping, value map or flow, with a link to its editor. */
export const DefinitionPicker = (props: DefinitionPickerProps) => {
  const { label, choices, editor, pointer, value, onChange, hint } = props;
  const { pathTo } = useWorkspace();
  const isKnown = choices.some(({ key }) => key === value);
  return (
    <ChoiceField
      label={label}
      pointer={pointer}
      value={value}
      onChange={onChange}
      isRequired={props.isRequired ?? true}
      hint={hint}
      placeholder={`Choose a ${label.toLowerCase()}…`}
      options={choices.map(({ key, name, isDraft }) => ({ value: key, label: name, hint: isDraft ? 'draft' : key }))}
      action={
        isKnown && (
          <Link
            href={pathTo(...editor, value)}
            className={buttonClasses({ variant: 'ghost', size: 'icon' })}
            aria-label={`Open this ${label.toLowerCase()}`}
          >
            <ArrowUpRight aria-hidden />
          </Link>
        )
      }
    />
  );
};
