import { useEffect, useState } from 'preact/hooks'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { useForm } from '../../data/form.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { UnsavedGuard } from '../../shell/unsaved.tsx'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/choices.tsx'
import { ConflictNotice } from '../../ui/conflict-notice.tsx'
import { bareAddress } from '../../ui/external-link.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { toast } from '../../ui/toasts.tsx'
import { Counter } from './controls/counter.tsx'
import { type PageDraft, pageDraftOf, saysTheSame } from './page-draft.ts'
import type { SitePage } from './page-kinds.ts'
import { savePageSettings } from './save-page-settings.ts'
import { SearchPreview } from './search-preview.tsx'

interface PageSettingsProps {
  page: SitePage
  onChanged: (page: SitePage) => void
}

const fieldNames = ['title', 'path', 'status', 'seo.title', 'seo.description', 'seo.image', 'seo.canonical']

/** What is said about a page: its title and address, whether visitors see it, and how search engines show it. */
export function PageSettings({ page, onChanged }: PageSettingsProps) {
  const website = useResource(websitesApi.get, { params: { id: page.websiteId } })
  const [shown, setShown] = useState(() => pageDraftOf(page))
  const [draft, setDraft] = useState(shown)
  const [theirs, setTheirs] = useState<SitePage | undefined>()
  const form = useForm(fieldNames)
  const isDirty = !saysTheSame(draft, shown)
  const url = website.data?.url ?? ''

  const take = (next: SitePage) => {
    setShown(pageDraftOf(next))
    setDraft(pageDraftOf(next))
    setTheirs(undefined)
  }
  // What is saved elsewhere shows here, unless something is being changed.
  useEffect(() => {
    if (!isDirty) take(page)
  }, [page])

  const submit = (event: Event) =>
    form.submit(event, async () => {
      const answer = await savePageSettings(page.id, shown, draft)
      if ('theirs' in answer) {
        setTheirs(answer.theirs)
        return setShown(pageDraftOf(answer.theirs))
      }
      take(answer.saved)
      onChanged(answer.saved)
      invalidate('/websites')
      toast({ title: 'Page settings saved', body: 'Visitors see the change when you publish.' })
    })
  const change = (part: Partial<PageDraft>) => setDraft((now) => ({ ...now, ...part }))

  return (
    <form class="grid grid-cols-1 gap-4 px-3 pt-1 pb-4" onSubmit={submit} noValidate>
      {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
      {theirs && <ConflictNotice noun="page" onUseTheirs={() => take(theirs)} />}
      <Identity
        draft={draft}
        change={change}
        errorAt={form.errorAt}
        url={url}
        home={shown.path === '/' ? shown.status : undefined}
      />
      <hr class="border-line-subtle" />
      <Search draft={draft} change={change} errorAt={form.errorAt} url={url} site={page.websiteName} />
      <div class="sticky -bottom-6 -mx-3 flex justify-end gap-2 border-t border-line-subtle bg-bg px-3 py-2.5">
        <Button size="sm" disabled={!isDirty} onClick={() => setDraft(shown)}>
          Discard
        </Button>
        <Button type="submit" size="sm" look="primary" disabled={!isDirty} isBusy={form.isBusy}>
          Save
        </Button>
      </div>
      <UnsavedGuard isDirty={isDirty} />
    </form>
  )
}

interface PartProps {
  draft: PageDraft
  change: (part: Partial<PageDraft>) => void
  errorAt: (field: string) => { error?: string }
  url: string
}

interface IdentityProps extends PartProps {
  /** Of the home page: its state as it is saved. */
  home: PageDraft['status'] | undefined
}

function Identity({ draft, change, errorAt, url, home }: IdentityProps) {
  const isHome = home !== undefined
  return (
    <>
      <TextField
        name="title"
        label="Title"
        required
        autocomplete="off"
        value={draft.title}
        onChange={(title) => change({ title })}
        {...errorAt('title')}
      />
      <TextField
        name="path"
        label="Address"
        autocomplete="off"
        spellcheck={false}
        value={draft.path}
        disabled={isHome}
        hint={isHome ? 'The home page stays at the front.' : <AddressShown url={url} path={draft.path} />}
        onChange={(path) => change({ path })}
        {...errorAt('path')}
      />
      <PageState draft={draft} change={change} isFixed={home === 'published'} />
    </>
  )
}

/** The home page, once it is published, stays so. */
function PageState({ draft, change, isFixed }: Pick<PartProps, 'draft' | 'change'> & { isFixed: boolean }) {
  if (isFixed) {
    return (
      <div>
        <div class="label">State</div>
        <p>Published</p>
        <p class="mt-1 text-12 text-fg-3">A website always needs its home page.</p>
      </div>
    )
  }
  return (
    <div>
      <div class="label" aria-hidden="true">
        State
      </div>
      <Segmented
        label="State"
        value={draft.status}
        options={[
          { value: 'draft', label: 'Draft' },
          { value: 'published', label: 'Published' },
        ]}
        onChange={(status) => change({ status })}
      />
      <p class="mt-1.5 min-h-8 text-12 text-fg-3">
        {draft.status === 'draft'
          ? 'Left out when the website is published. Only your team sees it.'
          : 'Visitors see it once the website is published.'}
      </p>
    </div>
  )
}

function AddressShown({ url, path }: { url: string; path: string }) {
  const address = `${bareAddress(url)}/${path.trim().replace(/^\/+/, '')}`
  return <span class="block break-all">{address}</span>
}

function Search({ draft, change, errorAt, url, site }: PartProps & { site: string }) {
  const title = draft.seoTitle || draft.title
  return (
    <>
      <SearchPreview
        site={site}
        url={url}
        path={draft.path}
        title={title}
        description={draft.seoDescription}
        isHidden={draft.isHidden}
      />
      <div>
        <TextField
          name="seo.title"
          label="Title in search results"
          placeholder={draft.title}
          autocomplete="off"
          value={draft.seoTitle}
          onChange={(seoTitle) => change({ seoTitle })}
          {...errorAt('seo.title')}
        />
        <Counter length={title.length} most={60} />
      </div>
      <div>
        <TextAreaField
          name="seo.description"
          label="Description"
          rows={3}
          value={draft.seoDescription}
          onChange={(seoDescription) => change({ seoDescription })}
          {...errorAt('seo.description')}
        />
        <Counter length={draft.seoDescription.length} most={155} />
      </div>
      <TextField
        name="seo.image"
        label="Picture when shared"
        placeholder="https://"
        autocomplete="off"
        spellcheck={false}
        hint="The address of a picture, best 1200 by 630."
        value={draft.image}
        onChange={(image) => change({ image })}
        {...errorAt('seo.image')}
      />
      <TextField
        name="seo.canonical"
        label="Published first at"
        placeholder="https://"
        autocomplete="off"
        spellcheck={false}
        hint="Where search engines shall look for the original."
        value={draft.canonical}
        onChange={(canonical) => change({ canonical })}
        {...errorAt('seo.canonical')}
      />
      <Switch
        label="Hide from search engines"
        hint="Visitors with the address still see the page."
        isOn={draft.isHidden}
        onChange={(isHidden) => change({ isHidden })}
      />
    </>
  )
}
