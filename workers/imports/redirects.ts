import { normalisePath } from '../sites/site-paths.contract.ts'

/**
 * The old address as redirects are keyed: a normalised path, and of a query only WordPress's own number of what is shown
 * (`/?p=12`), which is what its plain permalinks are.
 */
export function redirectFrom(oldPath: string | undefined): string | undefined {
  if (!oldPath?.startsWith('/')) return undefined
  const { pathname, searchParams } = new URL(oldPath, 'http://old')
  const path = normalisePath(pathname)
  const plain = ['p', 'page_id', 'attachment_id'].find((name) => searchParams.has(name))
  if (path === undefined) return undefined
  if (plain && path === '/') return `/?${plain}=${Number(searchParams.get(plain))}`
  return path === '/' ? undefined : path
}
