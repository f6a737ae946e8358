import { useSyncExternalStore } from 'react';

/**
 * False in the page as the server sent it. Anything clicked there before the scripts run would trigger the browser's
 * default action.
 */
export const useIsHydrated = (): boolean =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );

const subscribeToNothing = () => () => undefined;
