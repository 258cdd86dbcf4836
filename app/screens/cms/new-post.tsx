import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { postsApi } from '#workers/cms/posts.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Problem } from '../../problem.ts'
import { usePage } from '../../shell/page.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { findWebsites } from '../sites/find-websites.ts'
import { announce } from './post.tsx'
import { emptyPost, type PostDraft, postOf } from './post-draft.ts'
import { PostEditor } from './post-editor.tsx'

const NO_WEBSITE = 'websiteId: Choose the website this post is for.'

export function Screen() {
  usePage('New post')
  const { query, route } = useLocation()
  const [websiteId, setWebsiteId] = useState(query.websiteId ?? '')
  const website = useResource(websitesApi.get, websiteId ? { params: { id: websiteId } } : null)

  const create = async (draft: PostDraft) => {
    if (!websiteId) throw new Problem('invalid_input', NO_WEBSITE, 400)
    const post = await call(postsApi.create, { body: { ...postOf(draft), websiteId } })
    invalidate('/cms/posts', '/websites')
    announce(post)
    // After the editor has taken note that nothing is unsaved any more.
    setTimeout(() => route(`/posts/${post.id}`, true))
    return true
  }
  return (
    <PostEditor
      first={emptyPost}
      keptAs="new"
      websiteId={websiteId}
      onSave={create}
      website={(error) => (
        <Combobox
          name="websiteId"
          label="Website"
          required
          placeholder="Find a website"
          value={websiteId}
          {...(website.data && { valueLabel: website.data.name })}
          find={findWebsites}
          onChange={setWebsiteId}
          {...error}
        />
      )}
    />
  )
}
