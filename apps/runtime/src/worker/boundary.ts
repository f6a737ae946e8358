import { appendFileSync } from 'node:fs';

export interface BoundaryOptions {
  readonly crashAt: number | undefined;
  readonly boundaryLog: string | undefined;
}

/**
 * For tests: counts the places where a killed process would leave something half done, and kills itself at one of
 * them, as the kernel would: no handler runs, nothing is flushed. Does nothing in production.
 */
export function boundaryHook({ crashAt, boundaryLog }: BoundaryOptions): (name: string) => void {
  if (crashAt === undefined && boundaryLog === undefined) return () => undefined;
  let passed = 0;
  return (name) => {
    passed += 1;
    if (boundaryLog !== undefined) appendFileSync(boundaryLog, `${name}\n`);
    if (passed === crashAt) process.kill(process.pid, 'SIGKILL');
  };
}
