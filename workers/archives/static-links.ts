/** Files a page refers to, and its HTML with every address on the site made relative, so that it opens from a disk. */
export interface StaticPage {
  html: string
  files: string[]
}

/** Where a page lies among the files. */
export const pageFile = (path: string): string =>
  path === '/' ? 'index.html' : `${path.slice(1)}/index.html`

const ATTRIBUTE = /\s(href|src|poster|action|content)="(\/(?!\/)[^"]*)"/g
const SRCSET = /\ssrcset="([^"]*)"/g
const CSS_URL = /url\((["']?)(\/(?!\/)[^)"']+)\1\)/g
const FILE = /^\/_dde\/(?:files|build|art|cards)\/|\.(?:xml|json|txt)$/

/** `origin` receives what needs a server: forms are sent there. */
export function toStatic(
  html: string,
  path: string,
  { pages, origin }: { pages: ReadonlySet<string>; origin: string },
): StaticPage {
  const files = new Set<string>()
  const up = '../'.repeat(pageFile(path).split('/').length - 1)

  const relative = (address: string): string => {
    const [, target = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
    if (FILE.test(target)) {
      files.add(target)
      return up + fileName(target)
    }
    const page = decoded(target)
    if (pages.has(page)) return up + encodeURI(pageFile(page)) + rest
    return origin + address
  }
  const rewritten = html
    .replaceAll(ATTRIBUTE, (_all, name: string, address: string) =>
      name === 'action' ? ` ${name}="${origin}${address}"` : ` ${name}="${relative(address)}"`,
    )
    .replaceAll(
      SRCSET,
      (_all, list: string) =>
        ` srcset="${list.replaceAll(/(^|,\s*)(\/[^\s,]+)/g, (_each, before: string, address: string) => before + relative(address))}"`,
    )
    .replaceAll(
      CSS_URL,
      (_all, quote: string, address: string) => `url(${quote}${relative(address)}${quote})`,
    )
  return { html: rewritten, files: [...files] }
}

/** Where a file lies among the files. */
export const fileName = (path: string): string =>
  path.replace(/^\/(?:_dde\/)?/, (lead) => (lead === '/' ? '' : 'assets/'))

function decoded(path: string): string {
  const trimmed = path.replace(/\/+$/, '') || '/'
  try {
    return decodeURIComponent(trimmed)
  } catch {
    return trimmed
  }
}
