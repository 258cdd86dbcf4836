import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { StyleName } from '#sites/blocks/block.ts'
import { findBlock } from '#sites/blocks/registry.ts'
import { luminance } from '#workers/sites/contrast.contract.ts'
import { NodeStyle, PageDocument } from '#workers/sites/page-document.contract.ts'
import { normalisePath } from '#workers/sites/site-paths.contract.ts'
import { findTemplate, loadTemplates, type Template } from '#workers/sites/templates/index.ts'
import { siteFrom } from './world.ts'

const templates = await loadTemplates()
const MAX_PAGE_BYTES = 20_000
const publicFolder = new URL('../../site-renderer/public', import.meta.url).pathname

const documentsOf = (template: Template): PageDocument[] => [
  template.header,
  template.footer,
  ...template.pages.map(({ document }) => document),
]

test('a template is found by its id', async () => {
  expect((await findTemplate('studio'))?.name).toBe('Studio')
  expect(await findTemplate('nothing')).toBeUndefined()
  expect(await findTemplate('constructor')).toBeUndefined()
})

describe.each(templates)('the template “$id”', (template: Template) => {
  const site = siteFrom(template)
  const isBlank = template.category === 'blank'
  const pages = new Map<string, string>()

  beforeAll(async () => {
    for (const path of Object.keys(site.documents)) {
      const response = await site.visit(path)
      expect(response.status).toBe(200)
      pages.set(path, await response.text())
    }
  })
  const eachPage = (check: (html: string, path: string) => void) => {
    expect(pages.size).toBeGreaterThan(isBlank ? 1 : 7)
    for (const [path, html] of pages) check(html, path)
  }

  test('has the pages a business needs', () => {
    const paths = template.pages.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(isBlank ? ['/'] : ['/', '/about', '/contact']))
    expect(paths.some((path) => isBlank || path === '/services' || path === '/programme')).toBe(true)
    expect(paths.length).toBeGreaterThanOrEqual(isBlank ? 1 : 5)
    expect(template.posts.length).toBeGreaterThanOrEqual(isBlank ? 0 : 3)
  })

  test('is made of documents the builder takes', () => {
    for (const document of documentsOf(template))
      expect(PageDocument.safeParse(document).error).toBeUndefined()
  })

  test('uses blocks, properties and looks as they are defined', () => {
    for (const node of documentsOf(template).flatMap(({ nodes }) => Object.values(nodes))) {
      const block = findBlock(node.type)!
      expect(block.version).toBe(node.version)
      expect(Object.keys(node.slots ?? {}).filter((slot) => !(slot in block.slots))).toEqual([])
      expect(
        Object.keys(node.style ?? {}).filter((look) => !block.styles.includes(look as StyleName)),
      ).toEqual([])
      expect(NodeStyle.safeParse(node.style ?? {}).success).toBe(true)
      expect(unknownKeys(block.props, node.props)).toEqual([])
      expect(block.props.safeParse(node.props).error).toBeUndefined()
    }
  })

  test('sets text that can be read on everything it stands on', () => {
    const { background, muted, ink, text, textMuted, brand, onBrand } = template.theme.colors
    const onInk = luminance(ink) < 0.18 ? '#ffffff' : '#111111'
    const pairs: [string, string][] = [
      ...[text, textMuted, brand].flatMap((each): [string, string][] => [
        [each, background],
        [each, muted],
      ]),
      [onBrand, brand],
      [onInk, ink],
    ]
    expect(pairs.filter(([a, b]) => contrast(a, b) < 4.5)).toEqual([])
  })

  test('has exactly one h1 on every page and skips no level', () => {
    eachPage((html, path) => {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level))
      expect([path, levels.filter((level) => level === 1)]).toEqual([path, [1]])
      expect([path, levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)]).toEqual([path, []])
    })
  })

  test('carries no script, no event handler and no gradient', () => {
    eachPage((html) => {
      const scripts = html.match(/<script[^>]*>/g) ?? []
      expect(scripts.filter((tag) => tag !== '<script type="application/ld+json">')).toEqual([])
      expect(html).not.toMatch(/\son[a-z]+=/)
      expect(html).not.toContain('javascript:')
      expect(html).not.toContain('gradient(')
    })
  })

  test('weighs less than 20 kB a page with its stylesheet', () => {
    eachPage((html, path) => {
      expect([path, gzipSync(html).length < MAX_PAGE_BYTES]).toEqual([path, true])
    })
  })

  test('links only to pages and places it has', () => {
    eachPage((html, path) => {
      // The ways to share a post lead elsewhere on purpose.
      const own = html.replace(/<details class="share">.*?<\/details>/s, '')
      const hrefs = [...own.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href ?? '')
      const broken = hrefs.filter((href) => !leadsSomewhere(href, path, pages))
      expect([path, broken]).toEqual([path, []])
    })
  })

  test('shows only pictures that are there, each with its own words or none', () => {
    eachPage((html) => {
      for (const [tag, src] of html.matchAll(/<img [^>]*src="([^"]*)"[^>]*>/g)) {
        expect([src, existsSync(publicFolder + src)]).toEqual([src, true])
        expect(tag).toContain(' alt')
        expect([src, sizeOf(tag)]).toEqual([src, sizeOf(readFileSync(publicFolder + src, 'utf8'))])
      }
    })
    expect(existsSync(publicFolder + template.preview.src)).toBe(true)
  })

  test('leaves no placeholder unfilled, with all details and with the name alone', async () => {
    eachPage((html) => expect(html).not.toContain('{{'))
    const bare = siteFrom(template, { name: 'Quiet & Co' })
    for (const path of Object.keys(bare.documents)) {
      const html = await (await bare.visit(path)).text()
      expect(html).not.toMatch(/\{\{|undefined|href="(?:tel|mailto):"/)
      expect(html).not.toMatch(/<details[^>]*><summary>[^<]*<\/summary><\/details>/)
    }
  })

  test('has a form with a label for every field, and art of its own', () => {
    const contact = pages.get(isBlank ? '/' : '/contact') ?? ''
    const [{ fields }] = template.forms
    for (const field of fields) expect(contact).toContain(field.label)
    const labels = [...contact.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id)
    expect(labels).toHaveLength(fields.length)
    for (const id of labels) expect(contact).toContain(`id="${id}"`)
  })

  test('has posts whose HTML is closed where it is opened', () => {
    for (const { html } of template.posts) expect(openTags(html)).toEqual([])
  })
})

/** Maps of the business's address, and networks whose addresses the agency fills in. */
const ELSEWHERE =
  /^https:\/\/(?:www\.(?:openstreetmap\.org|google\.com|instagram\.com|behance\.net)|maps\.apple\.com|github\.com)\//

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function leadsSomewhere(href: string, path: string, pages: Map<string, string>): boolean {
  if (/^(?:mailto|tel):./.test(href) || ELSEWHERE.test(href)) return true
  const [target = '', anchor] = href.split('#')
  const html = pages.get(target === '' ? path : (normalisePath(target) ?? ''))
  return html !== undefined && (anchor === undefined || html.includes(`id="${anchor}"`))
}

/** Properties written in a template that no block knows. */
function unknownKeys(schema: z.core.$ZodType, value: unknown, at = ''): string[] {
  const inner =
    schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniOptional ? schema.def.innerType : schema
  if (inner !== schema) return unknownKeys(inner, value, at)
  if (inner instanceof z.ZodMiniArray && Array.isArray(value))
    return value.flatMap((item) => unknownKeys(inner.def.element, item, at))
  if (!(inner instanceof z.ZodMiniObject) || typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => {
    const known = inner.shape[key]
    return known ? unknownKeys(known, part, `${at}.${key}`) : [`${at}.${key}`]
  })
}

/** What a tag says of its size; a drawing may leave that to its view box. */
function sizeOf(text: string): string | undefined {
  const [tag = ''] = /<(?:img|svg)[^>]*>/.exec(text) ?? []
  const box = /viewBox="0 0 (\d+) (\d+)"/.exec(tag)
  const [, width] = / width="(\d+)"/.exec(tag) ?? box ?? []
  const height = / height="(\d+)"/.exec(tag)?.[1] ?? box?.[2]
  return width && height ? `${width}×${height}` : undefined
}

function openTags(html: string): string[] {
  const open: string[] = []
  for (const [tag, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === 'br' || name === 'img' || name === 'hr') continue
    if (!slash) open.push(name)
    else if (open.pop() !== name) return [tag]
  }
  return open
}
