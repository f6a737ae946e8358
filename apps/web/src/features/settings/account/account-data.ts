import { useQueryClient } from '@tanstack/react-query';
import { useTRPC, type Outputs } from '../../workspace/trpc.ts';

export type AccountData = Outputs['account']['read'];

export interface AccountPanelProps {
  readonly account: AccountData;
}

/** Reloads the account after a change. */
export const useReloadAccount = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: trpc.account.pathKey() });
};
