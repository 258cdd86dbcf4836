import { Plus, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { pagesApi } from '#workers/sites/pages.contract.ts'
import {
  type SiteSettings,
  siteSettingsApi,
  type Verifier,
  verifiers,
} from '#workers/sites/site-settings.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { useResource } from '../../data/resources.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'
import type { WebsiteProps } from './website.tsx'

export function WebsiteSearchEngines({ website, reload }: WebsiteProps) {
  const settings = useResource(siteSettingsApi.get, { params: { id: website.id } })
  if (!settings.data)
    return settings.problem ? (
      <Failed problem={settings.problem} onRetry={settings.reload} />
    ) : (
      <SkeletonLines lines={8} />
    )
  const onSaved = (next: SiteSettings) => {
    settings.patch(() => next)
    reload()
  }
  return (
    <SettingsForm
      key={settings.data.version}
      websiteId={website.id}
      settings={settings.data}
      onSaved={onSaved}
    />
  )
}

interface SettingsFormProps {
  websiteId: string
  settings: SiteSettings
  onSaved: (settings: SiteSettings) => void
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function SettingsForm({ websiteId, settings, onSaved }: SettingsFormProps) {
  const may = useMay()
  const [draft, setDraft] = useState(settings)
  const [excludes, setExcludes] = useState(settings.sitemapExcludes.join('\n'))
  const form = useForm([
    'robots',
    'sitemapExcludes',
    ...Object.keys(verifiers).map((name) => `verification.${name}`),
  ])
  const change = (next: Partial<SiteSettings>) => setDraft({ ...draft, ...next })
  const save = (event: Event) =>
    form.submit(event, async () => {
      const body = { ...draft, sitemapExcludes: lines(excludes) }
      onSaved(await call(siteSettingsApi.change, { params: { id: websiteId }, body }))
      toast('Saved. Publish to show it.')
    })
  return (
    <form class="grid gap-4" onSubmit={save} noValidate>
      {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
      <Card title="Pages nobody finds">
        <LostPage
          websiteId={websiteId}
          value={draft.notFoundPageId}
          onChange={(notFoundPageId) => change({ notFoundPageId })}
        />
      </Card>
      <Card title="Prove that it is yours">
        <div class="grid gap-3 sm:grid-cols-2">
          {/* safe: the keys of a constant */}
          {(Object.keys(verifiers) as Verifier[]).map((name) => (
            <TextField
              key={name}
              name={`verification.${name}`}
              label={verifiers[name].label}
              placeholder="Code"
              value={draft.verification[name] ?? ''}
              onChange={(code) => change({ verification: { ...draft.verification, [name]: code } })}
              {...form.errorAt(`verification.${name}`)}
            />
          ))}
        </div>
      </Card>
      <Card title="What robots may see">
        <div class="grid gap-3">
          <TextAreaField
            name="robots"
            label="Rules added to robots.txt"
            placeholder={'User-agent: *\nDisallow: /private/'}
            rows={5}
            isCode
            value={draft.robots}
            onChange={(robots) => change({ robots })}
            {...form.errorAt('robots')}
          />
          <TextAreaField
            name="sitemapExcludes"
            label="Left out of the sitemap"
            hint="One address a line; an asterisk at the end stands for all that begin like it."
            placeholder="/thank-you"
            rows={3}
            isCode
            value={excludes}
            onChange={setExcludes}
            {...form.errorAt('sitemapExcludes')}
          />
        </div>
      </Card>
      <Headers headers={draft.headers} onChange={(headers) => change({ headers })} />
      {may('sites:write') && (
        <div>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save
          </Button>
        </div>
      )}
    </form>
  )
}

interface LostPageProps {
  websiteId: string
  value: string | null
  onChange: (pageId: string | null) => void
}

const MOST_PAGES = 200

function LostPage({ websiteId, value, onChange }: LostPageProps) {
  const { data } = useResource(pagesApi.list, { params: { id: websiteId }, query: { limit: MOST_PAGES } })
  const pages = (data?.items ?? []).filter(({ path }) => path !== '/')
  const options = [
    { value: '', label: 'Our own, in the website’s look' },
    ...pages.map(({ id, title, path }) => ({ value: id, label: `${title} (${path})` })),
  ]
  return (
    <SelectField
      name="notFoundPageId"
      label="Shown where there is no page"
      hint="Any published page. It is left out of the sitemap and never indexed."
      value={value ?? ''}
      options={options}
      onChange={(id) => onChange(id || null)}
    />
  )
}

type HeaderRule = SiteSettings['headers'][number]

function Headers({
  headers,
  onChange,
}: {
  headers: HeaderRule[]
  onChange: (headers: HeaderRule[]) => void
}) {
  const set = (at: number, next: Partial<HeaderRule>) =>
    onChange(headers.map((header, place) => (place === at ? { ...header, ...next } : header)))
  return (
    <Card title="Response headers">
      <div class="grid gap-3">
        <p class="text-fg-3">
          For whoever knows what they are for: X-Robots-Tag, Content-Language, Link,
          Access-Control-Allow-Origin, or names of your own that begin with X-.
        </p>
        {headers.map((header, at) => (
          <div
            // Two rules may say the same; their place is all that tells them apart.
            key={at}
            class="grid items-end gap-2 sm:grid-cols-[1fr_1fr_2fr_auto]"
          >
            <TextField
              name={`headers.${at}.path`}
              label="Path"
              placeholder="/*"
              value={header.path}
              onChange={(path) => set(at, { path })}
            />
            <TextField
              name={`headers.${at}.name`}
              label="Header"
              placeholder="X-Robots-Tag"
              value={header.name}
              onChange={(name) => set(at, { name })}
            />
            <TextField
              name={`headers.${at}.value`}
              label="Value"
              value={header.value}
              onChange={(value) => set(at, { value })}
            />
            <IconButton
              label="Remove this header"
              onClick={() => onChange(headers.filter((_, place) => place !== at))}
            >
              <Trash2 />
            </IconButton>
          </div>
        ))}
        <div>
          <Button icon={<Plus />} onClick={() => onChange([...headers, { path: '/*', name: '', value: '' }])}>
            Add a header
          </Button>
        </div>
      </div>
    </Card>
  )
}
