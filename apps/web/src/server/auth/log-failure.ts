/** For background work: logs its failure, without anything from the request. */
export const logFailure =
  (what: string) =>
  (error: unknown): void => {
    console.error(`${what}: ${error instanceof Error ? error.name : 'unknown error'}`);
  };
