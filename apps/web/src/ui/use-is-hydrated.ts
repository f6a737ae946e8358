import { useSyncExternalStore } from 'react';

/** False in the page as the server sent it: what is clicked there before the scripts run would do the browser's own thing. */
export const useIsHydrated = (): boolean =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );

const subscribeToNothing = () => () => undefined;
