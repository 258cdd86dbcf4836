/** Who may import whom. The rooms and their doors are described in docs/architecture.md. */
const contract = '\\.contract\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'db-imports-nobody',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(workers|jobs|app|site-renderer|edge-middleware|local|tests)/' },
    },
    {
      name: 'edge-imports-nobody',
      severity: 'error',
      from: { path: '^edge-middleware/' },
      to: { path: '^(db|workers|jobs|app|site-renderer|local|tests)/' },
    },
    {
      name: 'workers-import-db-and-edge-contracts',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^(jobs|app|site-renderer|local|tests)/' },
    },
    {
      name: 'only-contracts-of-the-edge',
      severity: 'error',
      from: { path: '^(workers|jobs|app|site-renderer)/' },
      to: { path: '^edge-middleware/', pathNot: contract },
    },
    {
      name: 'jobs-import-workers-and-db',
      severity: 'error',
      from: { path: '^jobs/' },
      to: { path: '^(app|site-renderer|local|tests)/' },
    },
    {
      name: 'screens-import-contracts-only',
      severity: 'error',
      from: { path: '^(app|site-renderer)/' },
      to: { path: '^(workers|db|jobs|local|tests)/', pathNot: contract },
    },
    {
      name: 'site-renderer-does-not-know-the-app',
      severity: 'error',
      from: { path: '^site-renderer/' },
      to: { path: '^app/' },
    },
    {
      name: 'app-imports-blocks-and-canvas-of-the-renderer-only',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^site-renderer/', pathNot: '^site-renderer/(blocks|canvas)/' },
    },
    {
      name: 'contracts-are-safe-in-a-browser',
      severity: 'error',
      from: { path: contract },
      to: { pathNot: [contract, '^node_modules/zod/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-the-laptop-or-the-tests',
      severity: 'error',
      from: { pathNot: '^(local|tests)/' },
      to: { path: '^(local|tests)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.astro|node_modules|\\.dde)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
