import {
  agencyTemplatesApi,
  type TemplateDifference,
  type TemplateVersion,
} from '#workers/templates/agency-templates.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'

interface VersionComparisonProps {
  templateId: string
  version: Pick<TemplateVersion, 'number'>
  onClose: () => void
}

/** What a version changed in comparison with the one before. */
export function VersionComparison({ templateId, version, onClose }: VersionComparisonProps) {
  const { number } = version
  const { data, problem, reload } = useResource(agencyTemplatesApi.compare, {
    params: { id: templateId },
    query: { from: number - 1, to: number },
  })
  return (
    <Dialog
      title={`What changed in version ${number}`}
      onClose={onClose}
      width={520}
      foot={<Button onClick={onClose}>Close</Button>}
    >
      {data ? (
        <Differences difference={data} />
      ) : problem ? (
        <Failed problem={problem} onRetry={reload} />
      ) : (
        <SkeletonLines lines={5} />
      )}
    </Dialog>
  )
}

type Part = TemplateDifference['parts'][number]

const partNames: Record<Part['part'], string> = {
  pages: 'Pages',
  posts: 'Posts',
  forms: 'Forms',
  menus: 'Menus',
  look: 'Look',
  around: 'Around every page',
  files: 'Files',
}

/** Part by part, what is new, what differs and what is gone. */
export function Differences({ difference: { parts } }: { difference: TemplateDifference }) {
  if (parts.length === 0) return <p class="text-fg-2">Nothing a visitor would see is different.</p>
  return (
    <dl class="grid gap-4">
      {parts.map(({ part, added, changed, removed }) => (
        <div key={part}>
          <dt class="mb-1.5 font-semibold">{partNames[part]}</dt>
          <dd class="grid gap-1">
            <Names label="New" tone="success" names={added} />
            <Names label="Changed" tone="brand" names={changed} />
            <Names label="Gone" tone="danger" names={removed} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Names({ label, tone, names }: { label: string; tone: Tone; names: string[] }) {
  return (
    <>
      {names.map((name) => (
        <p key={name} class="flex items-baseline gap-2">
          <span class="w-18 flex-none">
            <Badge tone={tone}>{label}</Badge>
          </span>
          <span class="min-w-0 break-words">{name}</span>
        </p>
      ))}
    </>
  )
}
