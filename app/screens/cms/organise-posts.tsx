import { useState } from 'preact/hooks'
import type { PostSummary } from '#workers/cms/posts.contract.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox, type Option } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { counted } from '../../ui/numbers.ts'
import { findAuthors } from './find-named.ts'
import type { PostsChange } from './post-bulk-bar.tsx'

type What = keyof Omit<PostsChange, 'status'>

const choices: readonly { value: What; label: string }[] = [
  { value: 'category', label: 'Add to a category' },
  { value: 'withoutCategory', label: 'Take out of a category' },
  { value: 'tag', label: 'Add a tag' },
  { value: 'withoutTag', label: 'Take a tag off' },
  { value: 'authorId', label: 'Have an author sign them' },
]

interface OrganisePostsProps {
  posts: readonly PostSummary[]
  onChange: (change: PostsChange) => Promise<void>
  onClose: () => void
}

/** Files many posts, or takes them out, or signs them. */
export function OrganisePosts({ posts, onChange, onClose }: OrganisePostsProps) {
  const [what, setWhat] = useState<What>('category')
  const [value, setValue] = useState<Option>({ value: '', label: '' })
  const websiteIds = [...new Set(posts.map(({ websiteId }) => websiteId))]
  const there = namesOn(posts, what)
  const isOneSite = websiteIds.length === 1

  const save = async (event: Event) => {
    event.preventDefault()
    if (!value.value.trim()) return
    await onChange({ [what]: value.value.trim() })
    onClose()
  }
  return (
    <Dialog
      title={`Organise ${counted(posts.length, 'post')}`}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={!value.value.trim()}>
            Apply
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        <SelectField
          name="what"
          label="What to do"
          value={what}
          options={choices}
          onChange={(next) => {
            setWhat(next)
            setValue({ value: '', label: '' })
          }}
        />
        {what === 'authorId' ? (
          <Combobox
            name="authorId"
            label="Author"
            hint={!isOneSite && 'These posts are on several websites, which have authors of their own.'}
            value={value.value}
            valueLabel={value.label}
            find={isOneSite ? findAuthors(websiteIds[0] ?? '') : async () => []}
            onChange={(_id, option) => setValue(option)}
          />
        ) : there ? (
          <SelectField
            name="name"
            label="Which one"
            value={value.value}
            options={[{ value: '', label: 'Choose' }, ...there.map((name) => ({ value: name, label: name }))]}
            onChange={(name) => setValue({ value: name, label: name })}
          />
        ) : (
          <TextField
            name="name"
            label="Name"
            autocomplete="off"
            hint="One that is not there yet is made."
            value={value.value}
            onChange={(name) => setValue({ value: name, label: name })}
          />
        )}
      </div>
    </Dialog>
  )
}

/** What posts can be taken out of: only what one of them is in. */
function namesOn(posts: readonly PostSummary[], what: What): string[] | undefined {
  if (what !== 'withoutCategory' && what !== 'withoutTag') return undefined
  const names = posts.flatMap(({ categories, tags }) => (what === 'withoutTag' ? tags : categories))
  return [...new Set(names)].sort((a, b) => a.localeCompare(b))
}
