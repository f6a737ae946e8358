'use client';
import { useState, type FormEvent } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Panel } from '#ui/panel.tsx';
import { useToaster } from '#ui/toast.tsx';
import { fieldErrors } from '../workspace/field-errors.ts';
import { FormError } from '../join/form-error.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

export const OrganisationSettings = () => {
  const { environments } = useWorkspace();
  return (
    <div className="grid max-w-4xl items-start gap-4 px-4 pb-8 md:grid-cols-2 lg:px-6">
      <Panel title="Organisation">
        <OrganisationForm />
      </Panel>
      <Panel title="Environments">
        <ol className="flex flex-col gap-2">
          {environments.map(({ key, name, kind }) => (
            <li key={key} className="flex items-center gap-2">
              <span
                className={`size-2 rounded-full ${kind === 'production' ? 'bg-production' : 'bg-accent'}`}
                aria-hidden
              />
              <span className="flex-1 font-medium">{name}</span>
              <span className="font-mono text-small text-muted">{key}</span>
            </li>
          ))}
        </ol>
        <p className="mt-3 text-small text-muted">
          Each has its own connections and its own published versions. A change is published to one after the other.
        </p>
      </Panel>
    </div>
  );
};

const OrganisationForm = () => {
  const trpc = useTRPC();
  const router = useRouter();
  const toaster = useToaster();
  const { can, organisation } = useWorkspace();
  const [name, setName] = useState(organisation.name);
  const [timeZone, setTimeZone] = useState(organisation.timeZone);
  const update = useMutation(
    trpc.settings.updateOrganisation.mutationOptions({
      onSuccess: () => {
        toaster.succeeded('Saved');
        router.refresh();
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ name, timeZone });
  };
  const errors = fieldErrors(update.error, 'name', 'timeZone');
  return (
    <form onSubmit={onSubmit}>
      <fieldset disabled={!can('admin')} className="flex flex-col gap-3">
        <Field label="Name" error={errors.at.name}>
          {(control) => <Input {...control} required value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field
          label="Time zone"
          hint="Dates on screens follow it, and “today” begins at its midnight."
          error={errors.at.timeZone}
        >
          {(control) => (
            <>
              <Input
                {...control}
                required
                list="time-zones"
                value={timeZone}
                onChange={(event) => setTimeZone(event.target.value)}
              />
              <datalist id="time-zones">
                {timeZones.map((zone) => (
                  <option key={zone} value={zone}>
                    {zone}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
        <FormError>{errors.rest}</FormError>
        {can('admin') && (
          <Button type="submit" variant="primary" isBusy={update.isPending} className="self-end">
            Save
          </Button>
        )}
      </fieldset>
    </form>
  );
};
