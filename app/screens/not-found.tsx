import { Compass } from 'lucide-preact'
import { LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/states.tsx'

export function NotFound() {
  return (
    <Empty
      icon={<Compass />}
      title="There is nothing here"
      isPage
      action={<LinkButton href="/">Go to the overview</LinkButton>}
    >
      The address may be mistyped, or it leads to something you have no access to.
    </Empty>
  )
}
