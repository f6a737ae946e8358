/** For work that nobody waits for: its failure goes to the log, without anything the request held. */
export const logFailure =
  (what: string) =>
  (error: unknown): void => {
    console.error(`${what}: ${error instanceof Error ? error.name : 'unknown error'}`);
  };
