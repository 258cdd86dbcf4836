import node from '@astrojs/node'
import react from '@astrojs/react'
import { defineConfig, memoryCache } from 'astro/config'
import emdash, { local } from 'emdash/astro'
import { sqlite } from 'emdash/db'

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  outDir: process.env.CACHED ? './dist-cached' : './dist',
  ...(process.env.CACHED ? { cache: { provider: memoryCache() } } : {}),
  integrations: [
    react(),
    emdash({
      database: sqlite({ url: 'file:./data.db' }),
      storage: local({ directory: './uploads', baseUrl: '/_emdash/api/media/file' }),
    }),
  ],
  devToolbar: { enabled: false },
})
