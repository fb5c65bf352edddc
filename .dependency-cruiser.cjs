/**
 * Who may import whom, in one table: a lib on the left may import those on its right, and nothing else of ours.
 * `npm run imports` checks it; `docs/architecture.md` tells why.
 */
const MAY_IMPORT = {
  kernel: [],
  formats: ['kernel'],
  platform: ['kernel'],
  auth: ['kernel', 'platform'],
  housing: ['kernel', 'platform', 'formats'],
  catalogue: ['kernel', 'platform'],
  ledger: ['kernel', 'platform'],
  metering: ['kernel', 'platform', 'formats', 'housing', 'catalogue'],
  penalties: ['kernel', 'platform', 'auth', 'housing', 'catalogue', 'ledger'],
  payments: ['kernel', 'platform', 'formats', 'housing', 'catalogue', 'ledger'],
  billing: ['kernel', 'platform', 'housing', 'catalogue', 'metering', 'ledger'],
  exchange: ['kernel', 'platform', 'formats', 'housing', 'catalogue', 'metering', 'ledger', 'billing'],
  receipts: [
    'kernel',
    'platform',
    'formats',
    'housing',
    'catalogue',
    'metering',
    'ledger',
    'billing',
    'penalties',
    'payments',
  ],
  debts: [
    'kernel',
    'platform',
    'formats',
    'auth',
    'housing',
    'catalogue',
    'ledger',
    'penalties',
    'payments',
    'billing',
    'receipts',
  ],
  'api-client': [],
  ui: ['kernel'],
};

const SPEC = '\\.(spec|scenario|walk)\\.tsx?$';
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const edges = Object.entries(MAY_IMPORT).map(([lib, allowed]) =>
  forbid(
    `${lib}-imports`,
    `libs/${lib} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
    { path: `^libs/${lib}/`, pathNot: SPEC },
    { path: '^(libs|apps)/', pathNot: [lib, ...allowed].map((name) => `^libs/${name}/`) },
  ),
);

module.exports = {
  forbidden: [
    ...edges,
    forbid('resolvable', 'an import that cannot be resolved is one no rule can judge', {}, { couldNotResolve: true }),
    forbid('no-cycles', 'two files that need each other are one file, or need a third', {}, { circular: true }),
    forbid(
      'lib-front-door',
      'a lib is entered by its index.ts or core/index.ts',
      { path: '^(libs|apps)/([^/]+)/' },
      { path: '^libs/[^/]+/src/(?!index\\.ts$|core/index\\.ts$)', pathNot: '^$1/$2/' },
    ),
    forbid(
      'core-is-pure',
      'a core sees the kernel, other cores and the decimal library: no Nest, no TypeORM, no node:*',
      { path: '^libs/(kernel/src|[^/]+/src/core)/', pathNot: SPEC },
      { pathNot: ['^libs/kernel/src/', '^libs/[^/]+/src/core/', '^node_modules/(@types/)?big\\.js/'] },
    ),
    forbid(
      'sql-below-the-door',
      'apps hold no SQL: they call a lib',
      { path: '^apps/', pathNot: SPEC },
      { path: '^node_modules/(typeorm|pg)/' },
    ),
    forbid(
      'queue-behind-platform',
      'only platform and the worker know BullMQ',
      { pathNot: ['^(libs/platform|apps/worker)/', SPEC] },
      { path: '^node_modules/(bullmq|@nestjs/bullmq)/' },
    ),
    forbid(
      'apps-stand-alone',
      'apps share through libs',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'browser-reach',
      'React apps see the kernel, cores, ui and the generated client',
      { path: '^(apps/(admin|resident)|libs/ui)/' },
      { path: '^libs/', pathNot: ['^libs/(kernel|ui|api-client)/', '^libs/[^/]+/src/core/'] },
    ),
    forbid(
      'features-stand-alone',
      'features meet in app/, never in each other',
      { path: '^apps/([^/]+)/src/features/([^/]+)/' },
      { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    ),
    forbid(
      'features-below-app',
      'app/ composes features; they do not know app/',
      { path: '^apps/(admin|resident)/src/(features|lib)/' },
      { path: '^apps/$1/src/app/' },
    ),
    forbid(
      'testing-only-in-specs',
      'test helpers stay in tests',
      { pathNot: [SPEC, '^libs/testing/', '^test/'] },
      { path: '^libs/testing/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true, // `import type` is coupling too
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|libs)/[^/]+/dist/|^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'require', 'node', 'default'],
    },
  },
};
