import { useState, type FormEvent } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Panel } from '#ui/panel.tsx';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useReloadAccount, type AccountPanelProps } from './account-data.ts';

export const NamePanel = ({ account }: AccountPanelProps) => {
  const trpc = useTRPC();
  const router = useRouter();
  const toaster = useToaster();
  const reload = useReloadAccount();
  const [name, setName] = useState(account.name);
  const rename = useMutation(
    trpc.account.rename.mutationOptions({
      onSuccess: async (saved) => {
        setName(saved.name);
        toaster.succeeded('Name saved');
        await reload();
        router.refresh();
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate({ name });
  };
  return (
    <Panel title="Name">
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <Field
          label="Your name"
          hint={`Colleagues see it next to what you do, with ${account.email}.`}
          error={rename.isError && rename.variables.name === name ? errorText(rename.error) : undefined}
        >
          {(control) => (
            <Input
              {...control}
              required
              maxLength={100}
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" isBusy={rename.isPending} disabled={name.trim() === account.name} className="self-end">
          Save name
        </Button>
      </form>
    </Panel>
  );
};
