import {
  Book,
  BriefcaseBusiness,
  CalendarDays,
  CircleHelp,
  FolderKanban,
  House,
  type LucideIcon,
  MapPin,
  Package,
  Puzzle,
  Star,
  Users,
  Utensils,
} from 'lucide-preact'
import type { CollectionIcon } from '#workers/collections/collections.contract.ts'

const icons: Record<CollectionIcon, LucideIcon> = {
  list: Puzzle,
  team: Users,
  menu: Utensils,
  home: House,
  project: FolderKanban,
  calendar: CalendarDays,
  question: CircleHelp,
  product: Package,
  book: Book,
  place: MapPin,
  star: Star,
  job: BriefcaseBusiness,
}

interface PluginFaceProps {
  name: string
  icon: CollectionIcon
  version: string
  author: string
}

/** A plugin's picture and name, and who made it. */
export function PluginFace({ name, icon, version, author }: PluginFaceProps) {
  const Icon = icons[icon]
  return (
    <div class="flex min-w-0 flex-1 items-center gap-3">
      <span
        class="grid h-10 w-10 shrink-0 place-items-center rounded-lg border border-line bg-bg text-fg-2"
        aria-hidden="true"
      >
        <Icon size={20} strokeWidth={1.75} />
      </span>
      <div class="min-w-0">
        <h3 class="truncate font-semibold">{name}</h3>
        <p class="truncate text-12 text-fg-3">
          {author} · {version}
        </p>
      </div>
    </div>
  )
}
