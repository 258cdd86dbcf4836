import { type Listing, marketApi } from '#workers/market/market.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { Differences } from '../templates/version-comparison.tsx'

interface UpdateListingProps {
  listing: Listing
  onUpdate: () => Promise<void>
  onClose: () => void
}

/** What a newer version changes, before it is taken over. */
export function UpdateListing({ listing, onUpdate, onClose }: UpdateListingProps) {
  const { id, name, number, installedNumber, kind } = listing
  const { data, problem, reload } = useResource(marketApi.compare, { params: { listing: id } })
  const update = (event: Event) => {
    event.preventDefault()
    onClose()
    onUpdate()
  }
  return (
    <Dialog
      title={`Update ${name} from version ${installedNumber} to ${number}?`}
      onClose={onClose}
      onSubmit={update}
      width={540}
      foot={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" look="primary">
            Update
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        <p class="text-fg-2">
          {kind === 'template'
            ? 'It becomes a new version of your template; you can go back to the one before. Websites that began with it stay as they are.'
            : 'Your section becomes the new one, on every page that refers to it. What you changed in it is lost.'}
        </p>
        {data ? (
          <Differences difference={data} />
        ) : problem ? (
          <Failed problem={problem} onRetry={reload} />
        ) : (
          <SkeletonLines lines={5} />
        )}
      </div>
    </Dialog>
  )
}
