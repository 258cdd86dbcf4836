import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { authorsApi } from '#workers/cms/authors.contract.ts'
import type { Post } from '#workers/cms/posts.contract.ts'
import { seriesApi } from '#workers/cms/series.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { TagInput } from '../../ui/tag-input.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import { Counter } from '../builder/controls/counter.tsx'
import { findOrAddAuthors, findOrAddSeries, findTermNames, newNameOf } from './find-named.ts'
import { PictureField } from './picture-field.tsx'
import type { Named, PostDraft } from './post-draft.ts'
import { PublicationCard } from './publication-card.tsx'
import { SearchCard } from './search-card.tsx'

export interface SettingsProps {
  draft: PostDraft
  onChange: (change: Partial<PostDraft>) => void
  errorAt: (field: string) => { error?: string }
  /** Empty until one is chosen for a new post. */
  websiteId: string
  /** As it is saved; a new one is not yet. */
  post?: Post | undefined
}

const EXCERPT_FITS = 200

/** Everything about a post besides its title and words. */
export function PostSettings({ website, ...props }: SettingsProps & { website: ComponentChildren }) {
  const { draft, onChange, errorAt, websiteId } = props
  return (
    <div class="grid grid-cols-1 gap-4">
      <PublicationCard {...props} website={website} />
      <Card title="Cover">
        <PictureField
          name="cover"
          label="Cover"
          websiteId={websiteId}
          value={draft.cover}
          onChange={(cover) => onChange({ cover })}
          errorAt={errorAt}
        />
      </Card>
      <Card title="About">
        <div class="grid grid-cols-1 gap-4">
          <AuthorField {...props} />
          <div>
            <TextAreaField
              name="excerpt"
              label="Excerpt"
              hint="Shown in lists of posts. Left empty, it is the beginning of the text."
              value={draft.excerpt}
              onChange={(excerpt) => onChange({ excerpt })}
              {...errorAt('excerpt')}
            />
            {draft.excerpt && <Counter length={draft.excerpt.length} most={EXCERPT_FITS} />}
          </div>
          <TagInput
            name="categories"
            label="Categories"
            values={draft.categories}
            onChange={(categories) => onChange({ categories })}
            {...(websiteId && { find: findTermNames(websiteId, 'category') })}
            {...errorAt('categories')}
          />
          <TagInput
            name="tags"
            label="Tags"
            values={draft.tags}
            onChange={(tags) => onChange({ tags })}
            {...(websiteId && { find: findTermNames(websiteId, 'tag') })}
            {...errorAt('tags')}
          />
          <SeriesField {...props} />
        </div>
      </Card>
      <SearchCard {...props} />
    </div>
  )
}

function AuthorField({ draft: { author }, onChange, errorAt, websiteId, post }: SettingsProps) {
  const take = async (id: string, name: string) => {
    const chosen = await chosenOrMade({ id, name }, async (newName) => {
      invalidate(`/websites/${websiteId}/authors`)
      return call(authorsApi.create, { params: { id: websiteId }, body: { name: newName } })
    })
    if (chosen) onChange({ author: chosen })
  }
  return (
    <Combobox
      name="authorId"
      label="Author"
      placeholder={post ? 'Nobody' : websiteId ? 'You' : 'Choose the website first'}
      value={author.id}
      valueLabel={author.name}
      find={websiteId ? findOrAddAuthors(websiteId) : async () => []}
      onChange={(id, { label }) => take(id, label)}
      {...errorAt('authorId')}
    />
  )
}

function SeriesField({ draft: { series }, onChange, errorAt, websiteId }: SettingsProps) {
  const [times, setTimes] = useState(0)
  const take = async (id: string, name: string) => {
    const chosen = await chosenOrMade({ id, name }, async (newName) => {
      invalidate(`/websites/${websiteId}/series`)
      return call(seriesApi.create, { params: { id: websiteId }, body: { name: newName } })
    })
    if (chosen) onChange({ series: { ...chosen, part: '' } })
  }
  const leave = () => {
    onChange({ series: null })
    setTimes(times + 1)
  }
  return (
    <div class="grid grid-cols-1 gap-2">
      <Combobox
        key={times}
        name="seriesId"
        label="Series"
        placeholder="None"
        hint={!series && 'Posts that are read one after the other.'}
        value={series?.id ?? ''}
        valueLabel={series?.name ?? ''}
        find={websiteId ? findOrAddSeries(websiteId) : async () => []}
        onChange={(id, { label }) => take(id, label)}
        {...errorAt('seriesId')}
      />
      {series && (
        <div class="flex items-end gap-2">
          <TextField
            name="seriesPart"
            type="number"
            min={1}
            label="Part"
            class="w-24"
            placeholder="Last"
            value={series.part}
            onChange={(part) => onChange({ series: { ...series, part } })}
            {...errorAt('seriesPart')}
          />
          <Button look="ghost" onClick={leave}>
            Take out of the series
          </Button>
        </div>
      )}
    </div>
  )
}

/** What was chosen, or what is made of a name that nothing has yet. */
async function chosenOrMade(
  { id, name }: Named,
  make: (name: string) => Promise<Named>,
): Promise<Named | undefined> {
  const newName = newNameOf(id)
  if (!newName) return { id, name }
  try {
    const made = await make(newName)
    return { id: made.id, name: made.name }
  } catch (thrown) {
    toastProblem(thrown, 'That was not added')
    return undefined
  }
}
