import {
  BookOpen,
  Briefcase,
  CalendarDays,
  CircleQuestionMark,
  FolderKanban,
  House,
  List,
  type LucideIcon,
  MapPin,
  Package,
  Star,
  UsersRound,
  Utensils,
} from 'lucide-preact'
import type { CollectionIcon as Icon } from '#workers/collections/collections.contract.ts'

export const collectionIcons: Record<Icon, LucideIcon> = {
  list: List,
  team: UsersRound,
  menu: Utensils,
  home: House,
  project: FolderKanban,
  calendar: CalendarDays,
  question: CircleQuestionMark,
  product: Package,
  book: BookOpen,
  place: MapPin,
  star: Star,
  job: Briefcase,
}

export function CollectionIcon({ icon, size = 16 }: { icon: Icon; size?: number }) {
  const Drawing = collectionIcons[icon]
  return <Drawing size={size} strokeWidth={1.75} aria-hidden="true" />
}
