/** Examples for a website's own API; of a collection of it where there is one, else of its posts. */

export const clientSnippet = (origin: string, collection: string | undefined): string =>
  `import { createClient } from '${origin}/_dde/client.js'

const site = createClient()
${listing(collection)}`

const listing = (collection: string | undefined): string =>
  collection === undefined
    ? `const { items } = await site.posts({ limit: 10 })
for (const post of items) console.log(post.title, post.path)
`
    : `const { items, total } = await site.entries('${collection}', { limit: 10 })
for (const entry of items) console.log(entry.title, entry.data)
`

export const typesSnippet = (origin: string, collection: string | undefined): string =>
  `# Once, and again when fields change:
curl -o client.js ${origin}/_dde/client.js
curl -o client.d.ts ${origin}/_dde/api/types.d.ts

// Then TypeScript knows every field:
import { createClient } from './client.js'

const site = createClient({ origin: '${origin}' })
${listing(collection)}`

export const draftsSnippet = (origin: string, collection: string | undefined): string =>
  `import { createClient } from './client.js'

// Keep the token on your server: whoever has it reads drafts.
const site = createClient({ origin: '${origin}', token: process.env.PREVIEW_TOKEN })
${listing(collection)}`

export const fetchSnippet = (origin: string, collection: string | undefined): string => {
  const address = collection === undefined ? 'posts?limit=10' : `collections/${collection}/entries?limit=10`
  return `const answer = await fetch('${origin}/_dde/api/${address}')
const { items, nextCursor, total } = await answer.json()
`
}
