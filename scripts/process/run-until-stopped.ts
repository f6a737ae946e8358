export interface Service {
  /** Resolves when everything is up. Rejects when it cannot come up, or was stopped before it did. */
  start(): Promise<void>;
  /** Each call waits for the same end. */
  stop(): Promise<void>;
}

/**
 * Runs a service until a signal asks it to stop, and ends this process once it has stopped. One Ctrl-C arrives several
 * times under npm, and a service manager signals every process it knows: only the first signal counts.
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
  // The terminal, or whoever reads our output, may be gone before we are.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    await service.start();
  } catch (error) {
    if (isStopping) return;
    console.error(`\nThroughline did not start. ${error instanceof Error ? error.message : String(error)}`);
    await end(1);
  }
}
