import type { MarketCheck } from '#db/schema/market.ts'
import type { TemplateFile } from '#db/schema/templates.ts'
import { NAMED_FILE } from '../assets/file-address.contract.ts'
import { contrastOf, READABLE } from '../sites/contrast.contract.ts'
import type { Theme } from '../sites/theme.contract.ts'
import type { TemplateContent } from '../templates/template-content.contract.ts'
import { checkPage, type PageFindings } from './check-page.ts'
import type { DrawnPage } from './draw-listing.ts'

/** What a listing is checked as. */
export interface CheckedListing {
  content: TemplateContent
  files: readonly TemplateFile[]
  pages: readonly DrawnPage[]
  licence: string
  kind: 'template' | 'section'
}

/** More than these would only be more of the same. */
const MAX_FINDINGS = 20
const KILOBYTE = 1024
const MAX_HTML_BYTES = 400 * KILOBYTE
const MAX_PAGE_BYTES = 6 * KILOBYTE * KILOBYTE
const MAX_PICTURE_BYTES = 3 * KILOBYTE * KILOBYTE

/** Everything a machine can say of a listing before a person looks at it, in the order people read it. */
export function checkListing(listing: CheckedListing): MarketCheck[] {
  const paths = new Set(listing.pages.map(({ path }) => path))
  const found = listing.pages.map((page) => checkPage(page, paths))
  const all = (key: keyof PageFindings) => found.flatMap((findings) => findings[key])
  // A section stands on pages of others, which bring the headings around it.
  const isPart = listing.kind === 'section'
  return [
    outcome('structure', isPart ? [] : all('structure')),
    outcome('scripts', all('scripts')),
    outcome('links', isPart ? [] : all('links')),
    outcome('pictures', [...all('pictures'), ...(isPart ? ownFilesOf(listing) : [])]),
    outcome('contrast', contrastIn(listing.content.theme)),
    outcome('weight', weightOf(listing)),
    outcome(
      'licence',
      listing.licence.trim().length < 10 ? ['Say under which terms others may use it.'] : [],
    ),
    outcome('details', detailsIn(listing.content), 'warning'),
  ]
}

function outcome(key: string, findings: string[], worst: 'failed' | 'warning' = 'failed'): MarketCheck {
  const shown = [...new Set(findings)]
  const more = shown.length - MAX_FINDINGS
  return {
    key,
    status: shown.length === 0 ? 'passed' : worst,
    findings: more > 0 ? [...shown.slice(0, MAX_FINDINGS), `And ${more} more.`] : shown,
  }
}

/** A section stands on websites of other agencies, where files of this one are not. */
function ownFilesOf({ content }: CheckedListing): string[] {
  return [...JSON.stringify(content.pages).matchAll(NAMED_FILE)].length > 0
    ? ['It shows files of one website. Take them out: whoever installs it adds pictures of their own.']
    : []
}

function contrastIn({ colors }: Theme): string[] {
  const pairs: [string, string, string][] = [
    ['Text on the background', colors.text, colors.background],
    ['Text on quiet sections', colors.text, colors.muted],
    ['Quiet text on the background', colors.textMuted, colors.background],
    ['Quiet text on quiet sections', colors.textMuted, colors.muted],
    ['Text on the brand colour', colors.onBrand, colors.brand],
  ]
  return pairs.flatMap(([what, one, other]) => {
    const contrast = contrastOf(one, other)
    return contrast < READABLE
      ? [`${what} has a contrast of ${contrast.toFixed(1)} to 1; it takes ${READABLE}.`]
      : []
  })
}

/** What a visitor's browser would fetch at worst: the page, and every file on it whole. */
function weightOf({ pages, files }: CheckedListing): string[] {
  const sizeOf = new Map(files.map(({ contentHash, sizeBytes }) => [contentHash, sizeBytes]))
  const large = files
    .filter(({ kind, sizeBytes }) => kind === 'image' && sizeBytes > MAX_PICTURE_BYTES)
    .map(
      ({ fileName, sizeBytes }) => `The picture ${fileName} has ${inMegabytes(sizeBytes)}; 3 MB is the most.`,
    )
  const heavy = pages.flatMap(({ path, html }) => {
    const hashes = new Set(
      [...html.matchAll(/\/_dde\/files\/([0-9a-f]{24})\//g)].map(([, hash = '']) => hash),
    )
    const bytes = [...hashes].reduce((sum, hash) => sum + (sizeOf.get(hash) ?? 0), html.length)
    return [
      ...(html.length > MAX_HTML_BYTES ? [`${path}: the page itself has ${inMegabytes(html.length)}.`] : []),
      ...(bytes > MAX_PAGE_BYTES
        ? [`${path}: with its files it has ${inMegabytes(bytes)}; 6 MB is the most.`]
        : []),
    ]
  })
  return [...large, ...heavy]
}

const inMegabytes = (bytes: number) => `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Addresses of somebody that would come to stand on other people's websites. */
function detailsIn(content: TemplateContent): string[] {
  const found = JSON.stringify(content).match(EMAIL) ?? []
  return [...new Set(found)]
    .filter((address) => !/@example\.(?:com|org|net)$/.test(address))
    .map((address) => `It says ${address}. Every website made from it will.`)
}
