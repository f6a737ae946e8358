import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../workspace/trpc.ts';

/** Reloads the people, then calls back. */
export const useAfterPeopleChange = (then: () => void) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() });
    then();
  };
};
