import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import cloudflare from '@astrojs/cloudflare'
import { defineConfig } from 'astro/config'

// Astro turns minification off for the server; this puts it back for the Worker's bundle only.
const minifyServer = {
  name: 'minify-server',
  enforce: 'post',
  configEnvironment: (name) => (name === 'ssr' ? { build: { minify: true, cssMinify: true } } : undefined),
}

/** Changes whenever anything a page is made of does, so that pages kept by browsers are asked for anew. */
function sourceHash() {
  const hash = createHash('sha256')
  const sources = globSync('{pages,requests,render,blocks,styles}/**/*.{ts,tsx,css}', {
    cwd: import.meta.dirname,
  })
  for (const file of sources.sort()) hash.update(file).update(readFileSync(`${import.meta.dirname}/${file}`))
  return hash.digest('hex').slice(0, 10)
}

export default defineConfig({
  srcDir: '.',
  output: 'server',
  session: false,
  build: { assets: '_dde/build' },
  security: { checkOrigin: false },
  adapter: cloudflare({ imageService: 'passthrough', prerenderEnvironment: 'node' }),
  cacheDir: '../node_modules/.astro/sites',
  vite: {
    plugins: [minifyServer],
    cacheDir: '../node_modules/.vite/sites',
    define: { 'import.meta.env.RENDERER_BUILD': JSON.stringify(sourceHash()) },
    build: { assetsInlineLimit: 0 },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  },
})
