import { CloudUpload, Globe, type LucideIcon, TriangleAlert } from 'lucide-preact'
import type { Overview } from '#workers/overview/overview.contract.ts'
import { Ago } from '../../ui/time.tsx'

type Item = Overview['needsAttention'][number]

const looks: Record<Item['kind'], { icon: LucideIcon; color: string }> = {
  run_failed: { icon: TriangleAlert, color: 'text-danger' },
  site_offline: { icon: Globe, color: 'text-warning' },
  changes_unpublished: { icon: CloudUpload, color: 'text-fg-3' },
}

export function Attention({ items }: { items: readonly Item[] }) {
  return (
    <ul class="py-1">
      {items.map(({ kind, title, detail, href, at }) => {
        const { icon: Icon, color } = looks[kind]
        return (
          <li key={kind + href + at}>
            <a href={href} class="flex items-start gap-3 px-4 py-2.5 hover:bg-surface-2">
              <Icon size={15} strokeWidth={1.75} class={`mt-0.5 flex-none ${color}`} />
              <span class="min-w-0 flex-1">
                <b class="block truncate font-medium">{title}</b>
                <span class="block truncate text-12 text-fg-3">{detail}</span>
              </span>
              <Ago at={at} class="flex-none text-12 text-fg-3" />
            </a>
          </li>
        )
      })}
    </ul>
  )
}
