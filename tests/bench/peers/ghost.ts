import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { freePort } from '#tests/stack/free-port.ts'
import { install, type Peer, peersDir, runPnpm, startPeer } from './peer.ts'
import { PARAGRAPHS, TITLE } from './text.ts'

const dir = join(peersDir, 'ghost')
const database = join(dir, 'content/data/ghost.db')
/** The post a new Ghost comes with; it gets our text. */
const SLUG = 'coming-soon'

/** Ghost 6.65 in production mode on SQLite with the theme it comes with. It has no cache of pages of its own. */
export async function startGhost(): Promise<Peer> {
  if (!existsSync(dir)) installGhost()
  if (!existsSync(database)) (await run(await freePort(), '/')).stop()
  writePost()
  return run(await freePort(), `/${SLUG}/`)
}

/** Ghost is published as one archive with a lockfile of pnpm in it. */
function installGhost(): void {
  const parts = join(peersDir, 'ghost.parts')
  mkdirSync(parts, { recursive: true })
  install(parts, 'npm', ['pack', 'ghost@6.65.0'])
  install(parts, 'tar', ['xzf', 'ghost-6.65.0.tgz', '--strip-components=1', '--no-same-owner'])
  runPnpm(parts, ['install', '--prod', '--frozen-lockfile'])
  renameSync(parts, dir)
}

function writePost(): void {
  const html = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
  const ghost = new DatabaseSync(database)
  ghost.prepare('update posts set title = ?, html = ? where slug = ?').run(TITLE, html, SLUG)
  ghost.close()
}

const run = (port: number, path: string) =>
  startPeer(
    dir,
    'index.js',
    {
      ...{ url: `http://127.0.0.1:${port}`, server__host: '127.0.0.1', server__port: String(port) },
      ...{ database__client: 'better-sqlite3', database__useNullAsDefault: 'true' },
      ...{ database__connection__filename: database, paths__contentPath: join(dir, 'content') },
      ...{ logging__level: 'fatal', mail__transport: 'Direct' },
      ...{ privacy__useUpdateCheck: 'false', privacy__useGravatar: 'false', privacy__useRpcPing: 'false' },
    },
    { port, path },
  )
