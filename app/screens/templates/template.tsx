import { Ellipsis, Eye, LayoutTemplate, Pencil, Send, Trash2, UserPlus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { type AgencyTemplate, agencyTemplatesApi } from '#workers/templates/agency-templates.contract.ts'
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
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'
import { categoryNames } from '../tenancy/template-filter.tsx'
import { EditTemplate } from './edit-template.tsx'
import { TemplateVersions } from './template-versions.tsx'

const loadPreview = async () => (await import('../tenancy/template-preview.tsx')).TemplatePreview

const loadSubmit = async () => (await import('../market/submit-listing.tsx')).SubmitListing

export const prefetch = ({ id = '' }: Record<string, string>) =>
  load(agencyTemplatesApi.get, { params: { id } })

/** A template of the agency's own: what it is, its versions, and what can be done with it. */
export function Screen() {
  const id = useRoute().params.id ?? ''
  const template = useResource(agencyTemplatesApi.get, { params: { id } })
  usePage(template.data?.name)
  return (
    <div class="page">
      {template.data ? (
        <TemplatePage key={id} template={template.data} reload={template.reload} />
      ) : template.problem ? (
        <Failed problem={template.problem} onRetry={template.reload} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </div>
  )
}

export interface TemplateProps {
  template: AgencyTemplate
  reload: () => Promise<void>
}

const sources: Record<AgencyTemplate['source'], string> = {
  website: 'Made from a website',
  git: 'From a git repository',
  market: 'From the marketplace',
}

function TemplatePage({ template, reload }: TemplateProps) {
  const [asking, setAsking] = useState<'preview' | 'edit' | 'submission' | 'removal' | undefined>()
  const close = () => setAsking(undefined)
  const { id, name, description, industry, category, source, preview, pages } = template
  const isReady = preview !== ''
  return (
    <>
      <TitleRow title={name} lead={<Lead template={template} />}>
        {isReady && (
          <>
            <Button icon={<Eye />} onClick={() => setAsking('preview')}>
              Preview
            </Button>
            <LinkButton look="primary" icon={<UserPlus />} href={`/clients/new?template=${id}`}>
              Add a client with it
            </LinkButton>
          </>
        )}
        <Menu
          label="More actions"
          class="btn btn-default btn-icon"
          align="end"
          items={[
            {
              id: 'edit',
              label: 'Change what is said of it',
              icon: <Pencil />,
              onSelect: () => setAsking('edit'),
            },
            ...(isReady && source !== 'market'
              ? [
                  {
                    ...{ id: 'submit', label: 'Hand in for the marketplace', icon: <Send /> },
                    onSelect: () => setAsking('submission'),
                  },
                ]
              : []),
            'separator',
            {
              id: 'remove',
              label: 'Remove',
              icon: <Trash2 />,
              tone: 'danger',
              onSelect: () => setAsking('removal'),
            },
          ]}
        >
          <Ellipsis />
        </Menu>
      </TitleRow>
      <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div class="card overflow-hidden">
          {isReady ? (
            <img
              src={preview}
              alt=""
              width={640}
              height={480}
              class="block aspect-[4/3] w-full object-cover"
            />
          ) : (
            <Empty icon={<LayoutTemplate />} title="Not ready yet">
              It can be used as soon as its first version is made. Follow that under Activity.
            </Empty>
          )}
          <div class="grid gap-3 border-t border-line-subtle p-4">
            <p class="text-pretty">{description}</p>
            <p class="text-12 text-fg-3">
              {[categoryNames[category], industry, sources[source]].join(' · ')}
            </p>
            {pages.length > 0 && <p class="text-12 text-fg-2">{pages.join(', ')}</p>}
          </div>
        </div>
        <TemplateVersions template={template} reload={reload} />
      </div>
      {asking === 'preview' && (
        <OnDemand load={loadPreview} props={{ template: id, name: '', onClose: close }} onFail={close} />
      )}
      {asking === 'edit' && <EditTemplate template={template} reload={reload} onClose={close} />}
      {asking === 'submission' && (
        <OnDemand
          load={loadSubmit}
          props={{ kind: 'template' as const, source: template, onClose: close }}
          onFail={close}
        />
      )}
      {asking === 'removal' && <Removal template={template} onClose={close} />}
    </>
  )
}

function Lead({ template: { websites, versions } }: { template: AgencyTemplate }) {
  const current = versions.find(({ isCurrent }) => isCurrent)
  return (
    <>
      {current ? <Badge>Version {current.number}</Badge> : <Badge tone="warning">Being made</Badge>}
      <span>
        {websites === 0 ? 'No website began with it yet' : `${counted(websites, 'website')} began with it`}
      </span>
    </>
  )
}

function Removal({ template: { id, name }, onClose }: { template: AgencyTemplate; onClose: () => void }) {
  const { route } = useLocation()
  const confirm = async () => {
    await call(agencyTemplatesApi.remove, { params: { id } })
    invalidate('/templates')
    toast(`${name} is removed`)
    route('/templates')
  }
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      confirmLabel="Remove"
      typeToConfirm={name}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>All its versions go. Websites that began with it stay as they are.</p>
    </ConfirmDialog>
  )
}
