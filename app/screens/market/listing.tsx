import { Ellipsis, Eye, Flag, PackagePlus, RefreshCw, Undo2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { type Listing, marketApi } from '#workers/market/market.contract.ts'
import { call } from '../../api.ts'
import { invalidate, prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { counted } from '../../ui/numbers.ts'
import { OnDemand } from '../../ui/on-demand.tsx'
import { TitleRow } from '../../ui/page-head.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { ListingFacts } from './listing-facts.tsx'
import { ListingReviews } from './listing-reviews.tsx'
import { ReportListing } from './report-listing.tsx'
import { Stars } from './stars.tsx'
import { UpdateListing } from './update-listing.tsx'

const loadPreview = async () => (await import('./listing-preview.tsx')).ListingPreview

export const prefetch = ({ listing = '' }: Record<string, string>) =>
  load(marketApi.get, { params: { listing } })

/** Something on the marketplace: what it is, who made it, what others say, and how to have it. */
export function Screen() {
  const id = useRoute().params.listing ?? ''
  const listing = useResource(marketApi.get, { params: { listing: id } })
  usePage(listing.data?.name)
  return (
    <div class="page">
      {listing.data ? (
        <ListingPage key={id} listing={listing.data} reload={listing.reload} />
      ) : listing.problem ? (
        <Failed problem={listing.problem} onRetry={listing.reload} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </div>
  )
}

export interface ListingProps {
  listing: Listing
  reload: () => Promise<void>
}

type Asking = 'preview' | 'update' | 'report' | 'withdrawal'

function ListingPage({ listing, reload }: ListingProps) {
  const { route } = useLocation()
  const [asking, setAsking] = useState<Asking | undefined>()
  const [isBusy, setBusy] = useState(false)
  const close = () => setAsking(undefined)
  const { id, name, kind } = listing

  const install = async () => {
    setBusy(true)
    try {
      const { targetId } = await call(marketApi.install, { params: { listing: id } })
      invalidate('/templates', '/marketplace')
      toast(kind === 'template' ? `${name} is being installed` : `${name} is among your sections`)
      if (kind === 'template') route(`/templates/${targetId}`)
      else await reload()
    } catch (thrown) {
      toastProblem(thrown, 'It was not installed')
    }
    setBusy(false)
  }
  const withdraw = async () => {
    await call(marketApi.withdraw, { params: { listing: id } })
    invalidate('/marketplace', '/market-submissions')
    toast(`${name} is off the marketplace`)
    route('/templates?tab=submissions')
  }
  return (
    <>
      <TitleRow title={name} lead={<Lead listing={listing} />}>
        <Button icon={<Eye />} onClick={() => setAsking('preview')}>
          Preview
        </Button>
        <InstallButton
          listing={listing}
          isBusy={isBusy}
          onInstall={install}
          onUpdate={() => setAsking('update')}
        />
        <Menu
          label="More actions"
          class="btn btn-default btn-icon"
          align="end"
          items={[
            listing.isOwn
              ? {
                  ...{ id: 'withdraw', label: 'Take off the marketplace', icon: <Undo2 /> },
                  ...{ tone: 'danger', onSelect: () => setAsking('withdrawal') },
                }
              : { id: 'report', label: 'Report', icon: <Flag />, onSelect: () => setAsking('report') },
          ]}
        >
          <Ellipsis />
        </Menu>
      </TitleRow>
      <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div class="grid gap-6">
          <button
            type="button"
            class="card overflow-hidden"
            aria-label={`Preview ${name}`}
            onClick={() => setAsking('preview')}
          >
            <img src={listing.preview} alt="" width={640} height={480} class="block w-full" />
          </button>
          <ListingReviews listing={listing} reload={reload} />
        </div>
        <ListingFacts listing={listing} />
      </div>
      {asking === 'preview' && (
        <OnDemand load={loadPreview} props={{ listing: id, onClose: close }} onFail={close} />
      )}
      {asking === 'update' && <UpdateListing listing={listing} onUpdate={install} onClose={close} />}
      {asking === 'report' && <ReportListing listing={listing} onClose={close} />}
      {asking === 'withdrawal' && (
        <ConfirmDialog
          title={`Take ${name} off the marketplace?`}
          confirmLabel="Take off"
          onConfirm={withdraw}
          onClose={close}
        >
          <p>Nobody can install it any more. Agencies that have it keep what they have.</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function Lead({ listing }: { listing: Listing }) {
  const { agencyName, kind, rating, ratingCount, installCount, number } = listing
  return (
    <>
      <Badge>{kind === 'section' ? 'Section' : 'Template'}</Badge>
      <span>By {agencyName}</span>
      <Stars rating={rating} count={ratingCount} />
      <span>Installed by {counted(installCount, 'agency', 'agencies')}</span>
      <span>Version {number}</span>
    </>
  )
}

interface InstallButtonProps {
  listing: Listing
  isBusy: boolean
  onInstall: () => void
  onUpdate: () => void
}

function InstallButton({ listing, isBusy, onInstall, onUpdate }: InstallButtonProps) {
  const { installedNumber, number, targetId, kind } = listing
  if (installedNumber === null)
    return (
      <Button look="primary" icon={<PackagePlus />} isBusy={isBusy} onClick={onInstall}>
        Install
      </Button>
    )
  if (installedNumber < number)
    return (
      <Button look="primary" icon={<RefreshCw />} isBusy={isBusy} onClick={onUpdate}>
        Update to version {number}
      </Button>
    )
  return kind === 'template' ? (
    <LinkButton look="primary" href={`/templates/${targetId}`}>
      Open your copy
    </LinkButton>
  ) : (
    <LinkButton look="primary" href={`/pages/${targetId}`}>
      Open your copy
    </LinkButton>
  )
}
