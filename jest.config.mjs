/** Four kinds of test by name: pure specs, database specs, scenarios through HTTP and worker, walks in a browser. */
const shared = {
  rootDir: '.',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/(libs|apps)/[^/]+/dist/'],
  watchPathIgnorePatterns: ['/.dvor/'],
};
const kind = (displayName, testMatch, more = {}) => ({ ...shared, displayName, testMatch, ...more });

export default {
  testTimeout: 30_000,
  maxWorkers: 2,
  projects: [
    kind('unit', ['<rootDir>/{libs,apps,scripts}/**/*.spec.{ts,tsx}'], {
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '\\.db\\.spec\\.ts$'],
    }),
    kind('database', ['<rootDir>/{libs,apps}/**/*.db.spec.ts']),
    kind('scenario', ['<rootDir>/test/**/*.scenario.ts']),
    kind('browser', ['<rootDir>/test/**/*.walk.ts'], {
      globalSetup: '<rootDir>/test/walks/support/fill-demo.mjs',
      globalTeardown: '<rootDir>/test/walks/support/drop-demo.mjs',
    }),
  ],
};
