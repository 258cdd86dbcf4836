import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createServer as createVite } from 'vite'
import { root } from '#local/worker-list.ts'
import type { Template } from '#workers/sites/templates/template.contract.ts'

const types: Record<string, string> = { svg: 'image/svg+xml', webp: 'image/webp', woff2: 'font/woff2' }
/** The site that has a page for each block. */
export const BLOCKS = 'blocks'
const FONT = /^\/fonts\/([a-z0-9-]+)\/([a-z0-9-]+\.woff2)$/

export interface TemplateSites {
  templates: readonly Template[]
  /** Every path of a template's site: its pages, its blog and its posts. */
  pathsOf: (id: string) => string[]
  addressOf: (id: string, path: string) => string
  close: () => Promise<void>
}

/** Every template as a site of its own, and one with a page for each block, drawn by the renderer from its sources; nothing has to be built. */
export async function serveTemplates(): Promise<TemplateSites> {
  const vite = await createVite({
    ...{ root, configFile: false, logLevel: 'error', appType: 'custom' },
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
  // safe: the modules' own types
  const load = <Module>(path: string) => vite.ssrLoadModule(path) as Promise<Module>
  const { siteFrom } = await load<typeof import('../site-renderer/world.ts')>('/tests/site-renderer/world.ts')
  const { loadTemplates } = await load<typeof import('#workers/sites/templates/index.ts')>(
    '/workers/sites/templates/index.ts',
  )
  const templates = await loadTemplates()
  const { blockSite } = await load<typeof import('./block-site.ts')>('/tests/shots/block-site.ts')
  const sites = new Map(templates.map((template) => [template.id, siteFrom(template)]))
  const studio = templates.find(({ id }) => id === 'studio')
  if (studio) sites.set(BLOCKS, blockSite(studio))

  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0] ?? '/'
    const file = fileOf(path)
    if (file) {
      response.writeHead(200, { 'content-type': types[file.split('.').at(-1) ?? ''] ?? 'text/plain' })
      createReadStream(file).pipe(response)
      return
    }
    const site = sites.get(request.headers.host?.split('.')[0] ?? '')
    const answer = await site?.visit(path)
    response.writeHead(answer?.status ?? 404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(await answer?.text())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // safe: it listens on a port
  const { port } = server.address() as AddressInfo

  return {
    templates,
    pathsOf: (id) => Object.keys(sites.get(id)?.documents ?? {}),
    addressOf: (id, path) => `http://${id}.localhost:${port}${path}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await vite.close()
    },
  }
}

function fileOf(path: string): string | undefined {
  const [, font, name] = FONT.exec(path) ?? []
  const file = font
    ? join(root, 'node_modules/@fontsource-variable', font, 'files', name ?? '')
    : path.startsWith('/_dde/') && !path.includes('..')
      ? join(root, 'site-renderer/public', path)
      : ''
  return file && existsSync(file) ? file : undefined
}
