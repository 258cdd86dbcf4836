import { ArrowUpRight } from 'lucide-preact'

/** A link that leaves the dashboard; addresses are shown without their scheme. */
export function ExternalLink({ href, children }: { href: string; children?: string }) {
  return (
    <a href={href} target="_blank" rel="noopener" class="link inline-flex max-w-full items-center gap-0.5">
      <span class="truncate">{children ?? bareAddress(href)}</span>
      <ArrowUpRight size={13} class="flex-none" />
    </a>
  )
}

export function bareAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '')
}
