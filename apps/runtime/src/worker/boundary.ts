import { readFileSync, writeFileSync } from 'node:fs';

/**
 * For tests: counts the places where a killed process would leave something half done, and kills itself at one of
 * them, as the kernel would: no handler runs, nothing is flushed. The file holds the number at which to die, and gets
 * the names of the places passed since it was written. Without a file it does nothing.
 */
export function boundaryHook(crashFile: string | undefined): (name: string) => void {
  if (crashFile === undefined) return () => undefined;
  return (name) => {
    const lines = readFileSync(crashFile, 'utf8').split('\n');
    lines.push(name);
    writeFileSync(crashFile, lines.join('\n'));
    // The first line is the order.
    if (lines.length - 1 === Number(lines[0])) process.kill(process.pid, 'SIGKILL');
  };
}
