import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { pagesApi } from '#workers/sites/pages.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { agencyTemplatesApi } from '#workers/templates/agency-templates.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'
import { type FactsDraft, factsFields, TemplateFacts } from './template-facts.tsx'

/** Makes a template of the agency's own from a website. */
export function SaveTemplate({ website, onClose }: { website: Website; onClose: () => void }) {
  const { route } = useLocation()
  const [draft, setDraft] = useState<FactsDraft>({
    ...{ name: website.name, description: '', industry: '', category: 'services' },
  })
  const [choice, setChoice] = useState(everything)
  const form = useForm([...factsFields, 'paths'])
  const save = (event: Event) =>
    form.submit(event, async () => {
      const { templateId } = await call(agencyTemplatesApi.save, {
        params: { id: website.id },
        body: { ...draft, ...choice, note: '' },
      })
      invalidate('/templates')
      toast('The template is being made')
      route(`/templates/${templateId}`)
    })
  return (
    <Dialog
      title={`Save ${website.name} as a template`}
      onClose={onClose}
      onSubmit={save}
      width={560}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save as template
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TemplateFacts
          draft={draft}
          onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
          form={form}
        />
        <WhatGoesIn websiteId={website.id} choice={choice} onChange={setChoice} />
        {form.errors.fields.paths && <Notice tone="danger">{form.errors.fields.paths}</Notice>}
      </div>
    </Dialog>
  )
}

/** What of a website goes into a template. */
export interface TemplateChoice {
  paths?: string[]
  hasPosts: boolean
  hasPlaceholders: boolean
}
export const everything: TemplateChoice = { hasPosts: true, hasPlaceholders: true }

interface WhatGoesInProps {
  websiteId: string
  choice: TemplateChoice
  onChange: (choice: TemplateChoice) => void
}

/** Which pages, whether posts, and whether the business's details give way to another's. */
export function WhatGoesIn({ websiteId, choice, onChange }: WhatGoesInProps) {
  const pages = useResource(pagesApi.list, { params: { id: websiteId }, query: { limit: 100 } })
  const ready = pages.data?.items.filter(({ status, language }) => status === 'published' && language === '')
  const chosen = choice.paths ?? ready?.map(({ path }) => path) ?? []
  const turn = (path: string, isOn: boolean) =>
    onChange({ ...choice, paths: isOn ? [...chosen, path] : chosen.filter((each) => each !== path) })
  return (
    <>
      <fieldset>
        <legend class="mb-2 font-medium">Pages</legend>
        {ready ? (
          <div class="grid max-h-44 gap-1 overflow-auto rounded-md border border-line p-3 sm:grid-cols-2">
            {ready.map(({ id, path, title }) => (
              <Checkbox
                key={id}
                label={title}
                hint={path}
                isOn={chosen.includes(path)}
                onChange={(isOn) => turn(path, isOn)}
              />
            ))}
            {ready.length === 0 && (
              <p class="text-fg-2">No page is published yet. Publish one and come back.</p>
            )}
          </div>
        ) : (
          <SkeletonLines lines={3} />
        )}
      </fieldset>
      <div class="grid gap-2">
        <Checkbox
          label="Take the newest posts along"
          isOn={choice.hasPosts}
          onChange={(hasPosts) => onChange({ ...choice, hasPosts })}
        />
        <Checkbox
          label="Leave room for another business"
          hint="Name, phone, e-mail, address and hours are filled in anew for each website."
          isOn={choice.hasPlaceholders}
          onChange={(hasPlaceholders) => onChange({ ...choice, hasPlaceholders })}
        />
      </div>
    </>
  )
}
