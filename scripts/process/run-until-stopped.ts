export interface Service {
  /** Resolves when everything is up. Rejects when it cannot come up, or was stopped before it did. */
  start(): Promise<void>;
  /** All calls wait for the same end. */
  stop(): Promise<void>;
}

/**
 * Runs a service until a signal asks it to stop, and ends this process once it has stopped. Under npm one Ctrl-C
 * arrives several times, and a service manager signals every process that it knows, so only the first signal counts.
 */
export async function runUntilStopped(service: Service): Promise<void> {
  let isStopping = false;
  const end = async (exitCode: number): Promise<void> => {
    isStopping = true;
    await service.stop().catch((error: unknown) => {
      console.error('Not everything could be stopped.', error);
      process.exit(1);
    });
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!isStopping) void end(0);
    });
  }
  // The terminal, or whoever reads our output, may already be gone.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    await service.start();
  } catch (error) {
    if (isStopping) return;
    console.error(`\nThroughline did not start. ${error instanceof Error ? error.message : String(error)}`);
    await end(1);
  }
}
