import { slugOf } from '#workers/content/slug.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/choices.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { Counter } from '../builder/controls/counter.tsx'
import { SearchPreview } from '../builder/search-preview.tsx'
import { PictureField } from './picture-field.tsx'
import type { SettingsProps } from './post-settings.tsx'

const TITLE_FITS = 60
const DESCRIPTION_FITS = 155

/** How search engines and those who share the post show it. */
export function SearchCard({ draft, onChange, errorAt, websiteId }: SettingsProps) {
  const website = useResource(websitesApi.get, websiteId ? { params: { id: websiteId } } : null)
  const title = draft.seoTitle || draft.title
  const description = draft.seoDescription || draft.excerpt
  return (
    <Card title="Search and sharing">
      <div class="grid grid-cols-1 gap-4">
        <SearchPreview
          site={website.data?.name ?? 'Website'}
          url={website.data?.url ?? ''}
          path={`/blog/${slugOf(draft.slug || draft.title)}`}
          {...{ title, description, isHidden: draft.isHiddenFromSearch }}
        />
        <div>
          <TextField
            name="seo.title"
            label="Title in search results"
            placeholder={draft.title}
            autocomplete="off"
            value={draft.seoTitle}
            onChange={(seoTitle) => onChange({ seoTitle })}
            {...errorAt('seo.title')}
          />
          <Counter length={title.length} most={TITLE_FITS} />
        </div>
        <div>
          <TextAreaField
            name="seo.description"
            label="Description"
            placeholder={draft.excerpt}
            value={draft.seoDescription}
            onChange={(seoDescription) => onChange({ seoDescription })}
            {...errorAt('seo.description')}
          />
          <Counter length={description.length} most={DESCRIPTION_FITS} />
        </div>
        <div class="grid grid-cols-1 gap-2">
          <div class="label mb-0!">Picture when shared</div>
          <PictureField
            name="seo.image"
            label="Picture when shared"
            websiteId={websiteId}
            value={draft.shareImage ? { src: draft.shareImage, alt: '' } : null}
            hasAlt={false}
            onChange={(picture) => onChange({ shareImage: picture?.src ?? '' })}
            errorAt={errorAt}
          />
          {!draft.shareImage && <p class="text-12 text-fg-3">Otherwise it is the cover.</p>}
        </div>
        <TextField
          name="seo.canonical"
          label="Published first at"
          isOptional
          placeholder="https://"
          hint="Where search engines shall look for the original."
          autocomplete="off"
          spellcheck={false}
          value={draft.canonical}
          onChange={(canonical) => onChange({ canonical })}
          {...errorAt('seo.canonical')}
        />
        <Switch
          label="Hide from search engines"
          isOn={draft.isHiddenFromSearch}
          onChange={(isHiddenFromSearch) => onChange({ isHiddenFromSearch })}
        />
      </div>
    </Card>
  )
}
