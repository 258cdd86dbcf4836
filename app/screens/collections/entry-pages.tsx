import { FileText, Pencil } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { collectionsApi } from '#workers/collections/collections.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate } from '../../data/resources.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { FieldsPageProps } from './collection-fields.tsx'

/** Whether each entry has a page of its own on the website. */
export function EntryPages({ collection, reload }: FieldsPageProps) {
  const canWrite = useMay()('sites:write')
  const [isBusy, setBusy] = useState(false)
  const { template, websiteId, key, singular, name } = collection
  const params = { id: websiteId, key }
  const toggle = async () => {
    setBusy(true)
    try {
      if (template) await call(collectionsApi.removeTemplate, { params })
      else await call(collectionsApi.addTemplate, { params })
      invalidate(`/websites/${websiteId}`)
      await reload()
      toast(template ? 'Entries no longer have pages' : `Every ${singular.toLowerCase()} has a page now`)
    } catch (thrown) {
      toastProblem(thrown)
    }
    setBusy(false)
  }
  return (
    <Card title="Pages">
      <div class="flex flex-wrap items-center gap-3">
        <p class="min-w-0 flex-1 basis-60 text-pretty text-fg-2">
          {template ? (
            <>
              Each {singular.toLowerCase()} stands at <span class="code">{template.path}</span>. What its page
              looks like is built once, for all of them.
            </>
          ) : (
            `Give each ${singular.toLowerCase()} a page of its own, built once for all of ${name.toLowerCase()}.`
          )}
        </p>
        {template && (
          <LinkButton href={`/pages/${template.pageId}`} icon={<Pencil />}>
            Edit the page
          </LinkButton>
        )}
        {canWrite && (
          <Button
            look={template ? 'danger-ghost' : 'default'}
            icon={template ? undefined : <FileText />}
            isBusy={isBusy}
            onClick={toggle}
          >
            {template ? 'Remove' : 'Add pages'}
          </Button>
        )}
      </div>
    </Card>
  )
}
