/**
 * The first code that runs on a fresh machine. It needs git, npm and any Node >= 18, but no package. It downloads the
 * pinned Node and pnpm into .tools/ if the machine's own are older, installs the packages of the lockfile, and then
 * runs the script named in its arguments. When nothing has changed since last time, it only runs the script.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const nodeVersion = '24.21.0';
const pnpmVersion = '12.21.0';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.tools');
const stampFile = join(tools, 'stamp.json');
/**
 * Node keeps compiled programs here, so that later starts of a worker take only two thirds of the time of the first.
 */
const compileCache = join(tools, 'compile-cache');
const isWindows = process.platform === 'win32';

function main() {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) fail('No script named.', 'Run "npm start" or "npm test".');
  const node = ensureNode();
  const pnpm = ensurePnpm();
  // Tools started below find the pinned Node first, so nothing accidentally runs on the machine's older one.
  const path = [dirname(node), dirname(pnpm), process.env.PATH].join(delimiter);
  // In production mode the tools would leave out half of the packages. Each program gets its own mode when it starts.
  const { NODE_ENV: _ignored, ...inherited } = process.env;
  const env = { NODE_COMPILE_CACHE: compileCache, ...inherited, PATH: path, THROUGHLINE_PNPM: pnpm, ...quietTools };
  ensurePackages(pnpm, env);
  handOver(node, [join(root, script), ...args], env);
}

/** Disables telemetry and update notices of every tool below. */
const quietTools = {
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  CHECKPOINT_DISABLE: '1',
  BETTER_AUTH_TELEMETRY: '0',
  NPM_CONFIG_UPDATE_NOTIFIER: 'false',
};

function ensureNode() {
  if (isAtLeast(process.versions.node, nodeVersion)) return process.execPath;
  const platform = isWindows ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const binary = join(tools, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
  if (readStamp().node === nodeVersion && existsSync(binary)) return binary;
  say(`Fetching Node ${nodeVersion} (this machine has ${process.versions.node}) …`);
  fetchTool([`${name}@${nodeVersion}`], binary, `Node ${nodeVersion} for ${process.platform} ${process.arch}`);
  writeStamp({ node: nodeVersion });
  return binary;
}

function ensurePnpm() {
  const binary = join(tools, 'node_modules', '.bin', isWindows ? 'pnpm.cmd' : 'pnpm');
  if (readStamp().pnpm === pnpmVersion && existsSync(binary)) return binary;
  say(`Fetching pnpm ${pnpmVersion} …`);
  fetchTool([`pnpm@${pnpmVersion}`], binary, `pnpm ${pnpmVersion}`);
  writeStamp({ pnpm: pnpmVersion });
  return binary;
}

function fetchTool(specs, expectedFile, what) {
  mkdirSync(tools, { recursive: true });
  // With its own manifest, npm does not walk up to the workspace's and does not remove earlier tools.
  const manifest = join(tools, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const args = [
    'install',
    '--prefix',
    tools,
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...specs,
  ];
  const result = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, { stdio: 'inherit', cwd: tools, shell: isWindows });
  if (result.error !== undefined)
    fail(`npm could not be started: ${result.error.message}`, 'Install npm, then try again.');
  if (result.status !== 0 || !existsSync(expectedFile)) {
    fail(
      `${what} could not be fetched from the npm registry.`,
      'See the lines above; check the network or proxy, then run the same command again.',
    );
  }
}

function ensurePackages(pnpm, env) {
  const args = ['install', '--frozen-lockfile', '--prod=false'];
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.mjs', 'package.json'];
  const fingerprint = fingerprintOf(files, args);
  if (readStamp().packages === fingerprint && existsSync(join(root, 'node_modules', '.modules.yaml'))) return;
  say('Installing packages from the lockfile …');
  const result = spawnSync(pnpm, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: isWindows,
  });
  if (result.status !== 0) {
    fail(
      'The packages could not be installed.',
      'See the lines above; check the network and free disk space, then run the same command again.',
    );
  }
  writeStamp({ packages: fingerprint });
}

/**
 * Runs the script as this process's only child: signals are passed on, and its exit code becomes ours. The child holds
 * the other end of a pipe, which tells it to stop when this process is killed.
 */
function handOver(node, [script, ...args], env) {
  const endWithParent = pathToFileURL(join(root, 'scripts/process/end-with-parent.ts')).href;
  const child = spawn(node, ['--import', endWithParent, script, ...args], {
    cwd: root,
    env: { ...env, THROUGHLINE_LIFELINE: '3' },
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
  });
  // From the terminal, a signal reaches the child as well. The child counts the same signal only once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm ends without passing on every signal. That it is gone is then our only sign to stop.
  const callers = callersOf();
  const watch = setInterval(() => {
    if (process.ppid === callers[0] && callers.every(isAlive)) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  child.on('error', (error) =>
    fail(
      `${script} could not be started: ${error.message}`,
      'Delete the folder .tools and run the same command again.',
    ),
  );
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

/** Our parent, and npm if that is the parent's parent, because some shells stay in between. */
function callersOf() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return [parent];
  const grandparent =
    process.platform === 'linux'
      ? readFileSync(`/proc/${parent}/stat`, 'utf8').replace(/^.*\) . /s, '')
      : String(spawnSync('ps', ['-o', 'ppid=', '-p', String(parent)]).stdout);
  return [parent, Number.parseInt(grandparent, 10)].filter((pid) => pid > 0);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isAtLeast(actual, wanted) {
  const [a, w] = [actual, wanted].map((version) => version.split('.').map(Number));
  // Must have the same major version, because the lockfile was not tested with a newer one.
  if (a[0] !== w[0]) return false;
  return a[1] > w[1] || (a[1] === w[1] && a[2] >= w[2]);
}

function fingerprintOf(files, args) {
  const hash = createHash('sha256').update(args.join(' '));
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    // Missing on the first start, and broken after a kill. In both cases nothing is known to be in place.
    return {};
  }
}

function writeStamp(part) {
  const stamp = { ...readStamp(), ...part };
  rmSync(stampFile, { force: true });
  writeFileSync(stampFile, `${JSON.stringify(stamp)}\n`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(what, whatToDo) {
  process.stderr.write(`\nThroughline could not be set up. ${what}\n${whatToDo}\n`);
  process.exit(1);
}

main();
