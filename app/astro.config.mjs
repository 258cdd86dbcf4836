import cloudflare from '@astrojs/cloudflare'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { contractsWithoutSchemas } from './build/contracts-without-schemas.ts'

// Astro forces an unminified server bundle, and its adapter begins every file with lines that only a Worker needs.
const bundles = {
  name: 'bundles',
  enforce: 'post',
  configEnvironment: (name) => {
    if (name === 'ssr') return { build: { minify: true } }
    if (name === 'client') return { build: { rolldownOptions: { output: { banner: '' } } } }
  },
}

export default defineConfig({
  output: 'server',
  srcDir: '.',
  session: false,
  adapter: cloudflare({ imageService: 'passthrough', prerenderEnvironment: 'node' }),
  cacheDir: '../node_modules/.astro/app',
  // One folder of its own, so the front door can tell the dashboard's assets from a site's.
  build: { assets: '_app', inlineStylesheets: 'never' },
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss(), contractsWithoutSchemas(), bundles],
    cacheDir: '../node_modules/.vite/app',
    // A script small enough to be inlined would be refused by the content security policy.
    build: { assetsInlineLimit: 0 },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  },
})
