import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '#tests/stack/free-port.ts'
import { install, type Peer, peersDir, runPeerTool, startPeer } from './peer.ts'
import { PARAGRAPHS, TITLE } from './text.ts'

const dir = join(peersDir, 'emdash')
const MENU = ['Home', 'Services', 'About', 'Blog', 'Contact']

/** EmDash 0.32 on Astro's Node server with SQLite, drawing every page anew or with Astro's cache in memory. */
export async function startEmdash({ cached }: { cached: boolean }): Promise<Peer> {
  if (!existsSync(join(dir, 'dist-cached'))) installEmdash()
  const port = await freePort()
  const script = join(cached ? 'dist-cached' : 'dist', 'server/entry.mjs')
  return startPeer(
    dir,
    script,
    { PORT: String(port), HOST: '127.0.0.1' },
    { port, path: '/posts/first-visit' },
  )
}

function installEmdash(): void {
  mkdirSync(join(dir, '.emdash'), { recursive: true })
  cpSync(join(import.meta.dirname, 'emdash-site'), dir, { recursive: true })
  writeFileSync(join(dir, '.emdash/seed.json'), JSON.stringify(seed()))
  install(dir, 'npm', ['install', '--no-audit', '--no-fund'])
  runPeerTool(dir, 'emdash', ['seed'])
  runPeerTool(dir, 'astro', ['build'])
  runPeerTool(dir, 'astro', ['build'], { CACHED: '1' })
}

/** A site with the same menu and text as ours, in the form EmDash takes. */
function seed() {
  const posts = ['first-visit', 'second-visit', 'third-visit', 'fourth-visit'].map((slug) => ({
    ...{ id: slug, slug, status: 'published', taxonomies: { tag: ['first-visit'] } },
    data: { title: TITLE, excerpt: 'About forty minutes.', content: PARAGRAPHS.map(blockOf) },
  }))
  return {
    ...{ version: '1', meta: { name: 'bench' } },
    settings: { title: 'Harbor Dental', tagline: 'Gentle dentistry on the quay' },
    collections: [
      {
        ...{ slug: 'posts', label: 'Posts', labelSingular: 'Post', urlPattern: '/posts/{slug}' },
        supports: ['drafts', 'revisions'],
        fields: [
          { slug: 'title', label: 'Title', type: 'string', required: true },
          { slug: 'excerpt', label: 'Excerpt', type: 'text' },
          { slug: 'content', label: 'Content', type: 'portableText' },
        ],
      },
    ],
    taxonomies: [
      {
        ...{ name: 'tag', label: 'Tags', hierarchical: false, collections: ['posts'] },
        terms: [{ slug: 'first-visit', label: 'First visit' }],
      },
    ],
    menus: [
      {
        ...{ name: 'primary', label: 'Primary' },
        items: MENU.map((label) => ({ type: 'custom', label, url: `/${label.toLowerCase()}` })),
      },
    ],
    content: { posts },
  }
}

const blockOf = (text: string, at: number) => ({
  ...{ _type: 'block', _key: `b${at}`, style: 'normal', markDefs: [] },
  children: [{ _type: 'span', _key: `s${at}`, text, marks: [] }],
})
