import { useSyncExternalStore } from 'react';

/**
 * False in the page as the server sent it. Whatever is clicked there before the scripts run would do what the browser
 * does by default.
 */
export const useIsHydrated = (): boolean =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );

const subscribeToNothing = () => () => undefined;
