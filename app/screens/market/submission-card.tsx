import { Eye } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Submission } from '#workers/market/submissions.contract.ts'
import { useMay } from '../../data/actor.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Ago } from '../../ui/time.tsx'
import { categoryNames } from '../tenancy/template-filter.tsx'
import { CheckList } from './check-list.tsx'
import type { Subject } from './decision-dialog.tsx'

const loadPreview = async () => (await import('./listing-preview.tsx')).SubmissionPreview

interface SubmissionCardProps {
  submission: Submission
  onDecide: (subject: Subject) => void
}

/** Something handed in: what is said of it, what a machine found, and a look at every page. */
export function SubmissionCard({ submission, onDecide }: SubmissionCardProps) {
  const may = useMay()
  const [isLooking, setLooking] = useState(false)
  const { id, kind, name, number, agencyName, description, industry, category, tags, licence, note } =
    submission
  const close = () => setLooking(false)
  const decide = (verdict: Subject['verdict']) => onDecide({ what: 'submission', id, name, verdict })
  return (
    <article class="card grid gap-3 p-4">
      <div class="flex flex-wrap items-center gap-2">
        <h3 class="font-semibold">{name}</h3>
        <Badge>{kind === 'section' ? 'Section' : 'Template'}</Badge>
        {number > 1 && <Badge tone="brand">Version {number}</Badge>}
        <span class="text-12 text-fg-3">
          {agencyName}, <Ago at={submission.createdAt} />
        </span>
      </div>
      <p class="text-pretty">{description}</p>
      <p class="text-12 text-fg-2">{[categoryNames[category], industry, ...tags].join(' · ')}</p>
      {note && <p class="text-pretty text-fg-2">New: {note}</p>}
      <p class="text-pretty text-fg-2">Licence: {licence}</p>
      <CheckList checks={submission.checks} />
      <div class="flex flex-wrap gap-2">
        <Button size="sm" icon={<Eye />} aria-label={`Look at it: ${name}`} onClick={() => setLooking(true)}>
          Look at it
        </Button>
        {may('platform:write') && (
          <>
            <Button
              size="sm"
              look="primary"
              aria-label={`Approve ${name}`}
              onClick={() => decide('approved')}
            >
              Approve
            </Button>
            <Button size="sm" aria-label={`Send back ${name}`} onClick={() => decide('returned')}>
              Send back
            </Button>
          </>
        )}
      </div>
      {isLooking && <OnDemand load={loadPreview} props={{ submission: id, onClose: close }} onFail={close} />}
    </article>
  )
}
