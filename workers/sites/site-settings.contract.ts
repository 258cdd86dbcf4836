import * as z from 'zod'
import { endpoint, Id } from '../core/endpoint.contract.ts'

/** Services that want to see a word of theirs on a site before they believe whose it is, and what they call it. */
export const verifiers = {
  google: { label: 'Google Search Console', meta: 'google-site-verification' },
  bing: { label: 'Bing Webmaster Tools', meta: 'msvalidate.01' },
  yandex: { label: 'Yandex Webmaster', meta: 'yandex-verification' },
  pinterest: { label: 'Pinterest', meta: 'p:domain_verify' },
  facebook: { label: 'Meta Business', meta: 'facebook-domain-verification' },
} as const
export type Verifier = keyof typeof verifiers

const Code = z
  .string()
  .trim()
  .regex(/^[\w.=+/-]{0,200}$/, 'Paste the code only, without the tag around it.')

/** Headers an answer may carry besides those every site has; none of them can weaken what protects visitors. */
const OFFERED = [
  'X-Robots-Tag',
  'Content-Language',
  'Access-Control-Allow-Origin',
  'Cross-Origin-Resource-Policy',
  'Link',
]
const TAKEN =
  /^x-(?:dde|request-id|cache|frame-options|content-type-options|forwarded|real-ip|xss|permitted|powered)/i

const HeaderName = z
  .string()
  .trim()
  .refine(
    (name) =>
      OFFERED.some((each) => each.toLowerCase() === name.toLowerCase()) ||
      (/^x-[a-z0-9-]{1,60}$/i.test(name) && !TAKEN.test(name)),
    `Use ${OFFERED.join(', ')}, or a name of your own that begins with X-.`,
  )

/** A path, or with an asterisk at its end all that begin like it. */
export const PathPattern = z
  .string()
  .trim()
  .max(500)
  .regex(
    /^\/(?:[^\s?#*]*|[^\s?#*]*\*)$/,
    'Write a path such as /about, or /private/* for all that begin like it.',
  )

export const fits = (pattern: string, path: string): boolean => {
  if (!pattern.endsWith('*')) return pattern === path
  const start = pattern.slice(0, -1)
  return path.startsWith(start) || `${path}/` === start
}

const RULE = /^(?:user-agent|allow|disallow|crawl-delay|sitemap|clean-param|host)\s*:\s*\S.*$/i

/** Lines of robots.txt (https://www.rfc-editor.org/rfc/rfc9309), beside those every site has. */
const Robots = z
  .string()
  .max(10_000, 'The rules have at most 10,000 characters.')
  .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
  .superRefine((text, issue) => {
    const message = problemOf(text.split('\n'))
    if (message) issue.addIssue({ code: 'custom', message })
  })

/** The first line that is no rule, or a rule for nobody. */
function problemOf(lines: string[]): string | undefined {
  const rules = lines.map((line) => line.replace(/#.*$/, '').trim())
  const wrong = rules.findIndex((rule) => rule !== '' && !RULE.test(rule))
  if (wrong >= 0) return `Line ${wrong + 1} is no rule; write one like “Disallow: /private/”.`
  const first = rules.findIndex((rule) => /^user-agent\s*:/i.test(rule))
  const early = rules.findIndex((rule) => /^(?:allow|disallow|crawl-delay)/i.test(rule))
  if (early < 0 || (first >= 0 && first < early)) return undefined
  return `Line ${early + 1} belongs to nobody yet; begin with “User-agent: *”.`
}

export const SiteSettingsChange = z.strictObject({
  notFoundPageId: Id.nullable().describe('The page visitors see where there is none'),
  robots: Robots.describe('Further rules of robots.txt'),
  sitemapExcludes: z.array(PathPattern).max(100).describe('Addresses left out of the sitemap'),
  verification: z.strictObject({
    google: Code.optional(),
    bing: Code.optional(),
    yandex: Code.optional(),
    pinterest: Code.optional(),
    facebook: Code.optional(),
  }),
  headers: z
    .array(
      z.strictObject({
        path: PathPattern,
        name: HeaderName,
        value: z
          .string()
          .trim()
          .regex(/^[\x20-\x7e]{1,1000}$/, 'A value has one line of at most 1,000 plain characters.'),
      }),
    )
    .max(50),
})
export type SiteSettingsChange = z.infer<typeof SiteSettingsChange>

export const SiteSettings = SiteSettingsChange.extend({ version: z.int() })
export type SiteSettings = z.infer<typeof SiteSettings>

export const noSettings: SiteSettingsChange = {
  ...{ notFoundPageId: null, robots: '', sitemapExcludes: [], verification: {}, headers: [] },
}

export const siteSettingsApi = {
  get: endpoint({
    method: 'get',
    path: '/websites/{id}/settings',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'What search engines and browsers are told of a website.',
    returns: SiteSettings,
  }),
  change: endpoint({
    method: 'put',
    path: '/websites/{id}/settings',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Change what search engines and browsers are told from the next publication on.',
    body: SiteSettings,
    returns: SiteSettings,
    fails: ['conflict'],
  }),
}
