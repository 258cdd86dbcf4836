import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-preact'
import type { ComponentChildren } from 'preact'

type NoticeTone = 'info' | 'success' | 'warning' | 'danger'
const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert }

interface NoticeProps {
  tone?: NoticeTone
  children: ComponentChildren
  action?: ComponentChildren
}

export function Notice({ tone = 'info', children, action }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div class="notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon />
      <div class="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  )
}
