import { defineConfig } from 'vitest/config'

const jsx = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } }

export default defineConfig({
  test: {
    projects: [
      {
        oxc: jsx,
        test: { name: 'unit', include: ['tests/**/*.unit.test.{ts,tsx}'], environment: 'node' },
      },
      {
        oxc: jsx,
        test: {
          name: 'stack',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.unit.test.ts', 'tests/bench/**'],
          environment: 'node',
          globalSetup: ['tests/stack/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
