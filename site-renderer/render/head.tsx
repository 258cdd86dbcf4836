import { toScriptJson } from './json-ld.ts'
import type { PreparedSite } from './prepared-site.ts'
import type { Stylesheet } from './stylesheet.ts'

/** What a page tells browsers, search engines and those who share it. */
export interface PageHead {
  title: string
  description: string
  /** Absolute addresses. */
  canonical?: string | undefined
  image?: string | undefined
  isIndexed: boolean
  publishedAt?: string | undefined
  previous?: string | undefined
  next?: string | undefined
  data?: object | undefined
}

interface HeadProps {
  head: PageHead
  site: PreparedSite
  css: string
  fonts: Stylesheet['fonts']
}

export function Head({ head, site, css, fonts }: HeadProps) {
  const { hasInter, hasFeed, favicon, background } = site
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title}</title>
      {hasInter && (
        <link rel="preload" href={fonts.inter} as="font" type="font/woff2" crossOrigin="anonymous" />
      )}
      <style
        dangerouslySetInnerHTML={{ __html: (hasInter ? interFaces(fonts) : '') + monoFace(fonts) + css }}
      />
      {head.description && <meta name="description" content={head.description} />}
      <meta name="robots" content={head.isIndexed ? 'max-image-preview:large' : 'noindex'} />
      {head.canonical && <link rel="canonical" href={head.canonical} />}
      {head.previous && <link rel="prev" href={head.previous} />}
      {head.next && <link rel="next" href={head.next} />}
      <link rel="icon" href={favicon} />
      <meta name="theme-color" content={background} />
      {hasFeed && (
        <link rel="alternate" type="application/atom+xml" href="/feed.xml" title={site.site.name} />
      )}
      <Sharing head={head} site={site} />
      {head.data && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toScriptJson(head.data) }} />
      )}
    </head>
  )
}

function Sharing({ head, site: { site } }: { head: PageHead; site: PreparedSite }) {
  if (!head.canonical) return null
  return (
    <>
      <meta property="og:type" content={head.publishedAt ? 'article' : 'website'} />
      <meta property="og:title" content={head.title} />
      {head.description && <meta property="og:description" content={head.description} />}
      <meta property="og:url" content={head.canonical} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:locale" content={site.locale.replace('-', '_')} />
      {head.publishedAt && <meta property="article:published_time" content={head.publishedAt} />}
      {head.image && <meta property="og:image" content={head.image} />}
      <meta name="twitter:card" content={head.image ? 'summary_large_image' : 'summary'} />
    </>
  )
}

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXTENDED =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

/** Inter from the site's own host, and a fallback of the same measure so that nothing moves when it arrives. */
const interFaces = ({ inter, interExtended }: Stylesheet['fonts']): string =>
  `${face('Inter Variable', inter, LATIN)}${face('Inter Variable', interExtended, LATIN_EXTENDED)}@font-face{font-family:"Inter Fallback";src:local(Arial),local("Liberation Sans");ascent-override:90.49%;descent-override:22.56%;line-gap-override:0%;size-adjust:107.06%}`

/** Code looks the same everywhere; a browser fetches it only for a page that has some. */
const monoFace = ({ mono }: Stylesheet['fonts']): string => face('JetBrains Mono Variable', mono, LATIN)

const face = (family: string, url: string, range: string): string =>
  `@font-face{font-family:"${family}";src:url(${url}) format("woff2");font-weight:100 900;font-display:swap;unicode-range:${range}}`
