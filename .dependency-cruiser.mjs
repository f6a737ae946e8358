import { readFileSync } from 'node:fs';

/** The import rules of ARCHITECTURE.md: imports only point down. */
const tests = String.raw`\.test\.tsx?$|/testing/`;

/** The files behind `@throughline/core/mapping` and its entries, read from where they are promised. */
const { exports: coreExports } = JSON.parse(
  readFileSync(new URL('packages/core/package.json', import.meta.url), 'utf8'),
);
const mappingEntries = Object.entries(coreExports)
  .filter(([entry]) => /^\.\/mapping(\/|$)/.test(entry))
  .map(([, file]) => file.replace('./src/mapping/', '').replace(/\.ts$/, ''));

const layer = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: '^(apps|packages)/', pathNot: allowed },
});

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'test-support-stays-out-of-the-product',
      comment: 'What only tests use lives in testing/ beside src/, and nothing that ships imports it.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: tests },
      to: { path: '^(apps|packages)/[^/]+/testing/' },
    },
    layer(
      'canonical-is-the-floor',
      '^packages/core/src/canonical/',
      ['^packages/core/src/canonical/'],
      'Business entities import nothing of ours.',
    ),
    layer(
      'mapping-stands-on-canonical',
      '^packages/core/src/mapping/',
      [
        '^packages/core/src/(mapping|canonical)/',
        '^packages/core/src/connector/(manifest|json-schema|check-record|own-value)\\.ts$',
      ],
      'The mapping engine knows schemas, not flows or databases.',
    ),
    layer(
      'connector-contract',
      '^packages/core/src/connector/',
      ['^packages/core/src/(connector|canonical)/'],
      'The contract every connector fulfils.',
    ),
    layer(
      'flow-below-db',
      '^packages/core/src/flow/',
      ['^packages/core/src/(flow|connector|mapping|canonical)/'],
      'The flow model knows no database.',
    ),
    layer(
      'templates-are-data',
      '^packages/core/src/templates/',
      ['^packages/core/src/(templates|flow|connector|mapping|canonical)/'],
      'Shipped flows are documents.',
    ),
    layer(
      'db-top-of-core',
      '^packages/core/src/db/',
      ['^packages/core/src/'],
      'Persistence imports nothing outside core.',
    ),
    layer(
      'connectors-see-contract-only',
      '^packages/connectors/src/',
      ['^packages/connectors/src/', '^packages/core/src/(canonical|connector)/'],
      'A connector knows the contract and the canonical model.',
    ),
    {
      name: 'systems-never-import-each-other',
      severity: 'error',
      from: { path: '^packages/connectors/src/([^/]+)/', pathNot: '^packages/connectors/src/kit/' },
      to: {
        path: '^packages/connectors/src/[^/]+/',
        pathNot: ['^packages/connectors/src/$1/', '^packages/connectors/src/kit/'],
      },
    },
    {
      name: 'catalog-is-browser-safe',
      comment: 'Manifests are data: no Node module, no HTTP client.',
      severity: 'error',
      from: { path: '^packages/connectors/src/(catalog\\.ts|[^/]+/(manifest|objects))', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sandbox-stands-alone',
      comment: 'Were code shared, stand-in and connector would share one misreading of the vendor.',
      severity: 'error',
      from: { path: '^packages/sandbox/src/' },
      to: { path: '^(apps|packages)/', pathNot: '^packages/sandbox/(src|testing)/' },
    },
    layer(
      'runtime',
      '^apps/runtime/src/',
      ['^apps/runtime/src/', '^packages/core/src/', '^packages/connectors/src/(registry|catalog)\\.ts$'],
      'The runtime is wired from core and the registry.',
    ),
    ...[
      ['failures', 'failures'],
      ['store', 'store|failures'],
      ['connections', 'connections|store|failures'],
      ['run', 'run|connections|store|failures'],
      ['requests', 'requests|run|connections|store|failures'],
      ['steps', 'steps|run|connections|store|failures'],
      ['engine', 'engine|steps|requests|run|connections|store|failures'],
      ['triggers', 'triggers|worker|run|connections|store|failures'],
      ['worker', 'worker|run|store|failures'],
      ['retention', 'retention|worker|run|store|failures'],
    ].map(([folder, below]) =>
      layer(
        `runtime-${folder}`,
        `^apps/runtime/src/${folder}/`,
        [`^apps/runtime/src/(${below})/`, '^packages/'],
        'Inside the runtime too nothing points up: the interpreter (engine) stands above the steps and their effects.',
      ),
    ),
    {
      name: 'sql-stands-in-the-store',
      comment: 'Each SQL operation is a file of the store, where it can be read, tested and counted.',
      severity: 'error',
      from: { path: '^apps/runtime/src/', pathNot: ['^apps/runtime/src/store/', tests] },
      to: { path: 'node_modules/drizzle-orm/' },
    },
    layer(
      'web',
      '^apps/web/src/',
      ['^apps/web/src/', '^packages/core/src/', '^packages/connectors/src/catalog\\.ts$'],
      'The web app holds manifests only, never executable connectors.',
    ),
    {
      name: 'mapping-has-one-list-of-entries',
      comment: 'Other packages import the mapping engine by the entries that packages/core/package.json names.',
      severity: 'error',
      from: { path: '^(apps|bench|e2e|scripts|packages/(connectors|sandbox))/', pathNot: tests },
      to: {
        path: '^packages/core/src/mapping/',
        pathNot: String.raw`^packages/core/src/mapping/(${mappingEntries.join('|')})\.ts$`,
      },
    },
    {
      name: 'no-db-in-the-browser',
      severity: 'error',
      from: { path: '^apps/web/src/(features|ui)/', pathNot: tests },
      to: {
        path: '^packages/core/src/db/',
        pathNot: '^packages/core/src/db/words/',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next/|\\.tools/|\\.throughline/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
