import { verifiers } from '#workers/sites/site-settings.contract.ts'
import type { SiteView } from '../blocks/block.ts'
import { feedNames, feedPath, feedTypes } from '../feeds/feed-links.ts'
import type { Alternate } from './alternates.ts'
import { fontFaces, preloadedFonts } from './font-faces.ts'
import { toScriptJson } from './json-ld.ts'
import { blogPathOf, type PreparedSite } from './prepared-site.ts'
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
  modifiedAt?: string | undefined
  /** The listing whose feeds the page leads to; otherwise it leads to the blog's first feed only. */
  feeds?: { path: string; title: string } | undefined
  /** The same page in every language it is there in. */
  alternates?: Alternate[] | undefined
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
  const { hasFeed, favicon, background } = site
  const faces = site.site.theme.fonts
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title}</title>
      {preloadedFonts(fonts, faces).map((href) => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
      ))}
      <style dangerouslySetInnerHTML={{ __html: fontFaces(fonts, faces) + css }} />
      {head.description && <meta name="description" content={head.description} />}
      <meta name="robots" content={head.isIndexed ? 'max-image-preview:large' : 'noindex'} />
      {head.canonical && <link rel="canonical" href={head.canonical} />}
      <Verification codes={site.verification} />
      {head.previous && <link rel="prev" href={head.previous} />}
      {head.next && <link rel="next" href={head.next} />}
      <link rel="icon" href={favicon} />
      <meta name="theme-color" content={background} />
      {head.alternates?.map(({ code, url }) => (
        <link key={code} rel="alternate" hreflang={code} href={url} />
      ))}
      {hasFeed && <Feeds head={head} site={site.site} />}
      <Sharing head={head} site={site} />
      {head.data && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toScriptJson(head.data) }} />
      )}
    </head>
  )
}

function Verification({ codes }: { codes: Record<string, string> }) {
  return (
    <>
      {Object.entries(verifiers).map(
        ([service, { meta }]) =>
          codes[service] && <meta key={service} name={meta} content={codes[service]} />,
      )}
    </>
  )
}

function Feeds({ head: { feeds }, site }: { head: PageHead; site: SiteView }) {
  const { path, title } = feeds ?? { path: blogPathOf(site), title: site.name }
  const names = feeds ? feedNames : feedNames.slice(0, 1)
  return (
    <>
      {names.map((name) => (
        <link
          key={name}
          rel="alternate"
          type={feedTypes[name]}
          href={feedPath(path, name, site.prefix)}
          title={title}
        />
      ))}
    </>
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
      {head.modifiedAt && <meta property="article:modified_time" content={head.modifiedAt} />}
      {head.image && <meta property="og:image" content={head.image} />}
      <meta name="twitter:card" content={head.image ? 'summary_large_image' : 'summary'} />
    </>
  )
}
