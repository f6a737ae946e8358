/** Runs once when the server starts, before the first request. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { noteSocketAddresses } = await import('./server/auth/socket-address.ts');
  const { watchForUnreadable } = await import('./server/unreadable-request.ts');
  noteSocketAddresses();
  watchForUnreadable();
};
