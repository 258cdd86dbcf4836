import { RotateCw, Unplug } from 'lucide-preact'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/states.tsx'

export function ScreenNotLoaded() {
  return (
    <Empty
      icon={<Unplug />}
      title="This screen could not be loaded"
      isPage
      action={
        <Button look="primary" icon={<RotateCw />} onClick={() => location.reload()}>
          Reload
        </Button>
      }
    >
      A new version may have arrived while this page was open, or the connection was lost.
    </Empty>
  )
}
