/** Where to go after logging in: an address of this dashboard, never another site's. */
export function destination(next: string | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/'
  return next
}
