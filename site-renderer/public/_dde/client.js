/**
 * Reads a website made with DDE: `createClient().entries('dishes', { filter: { price: { lte: 900 } } })`.
 * Without an origin it reads the website it is loaded from. With a preview token it reads drafts too.
 */
export function createClient({ origin = new URL(import.meta.url).origin, token } = {}) {
  async function get(path, query = {}) {
    const url = new URL(`/_dde/api/${path}`, origin)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value)
    }
    const answer = await fetch(url, token ? { headers: { authorization: `Bearer ${token}` } } : {})
    if (answer.ok) return answer.json()
    const problem = await answer.json().catch(() => undefined)
    throw Object.assign(new Error(problem?.error?.message ?? `The website answered ${answer.status}.`), {
      status: answer.status,
    })
  }
  const entryPath = (key) => `collections/${encodeURIComponent(key)}/entries`
  return {
    site: () => get('site'),
    pages: (query) => get('pages', query),
    page: (path) => get('pages', { path }),
    posts: (query) => get('posts', query),
    post: (path) => get('posts', { path }),
    collections: () => get('collections'),
    entries: (key, { filter, ...query } = {}) => get(entryPath(key), { ...query, ...filtersOf(filter) }),
    entry: (key, slug) => get(`${entryPath(key)}/${encodeURIComponent(slug)}`),
    /** Every entry, page after page. */
    async *all(key, query = {}) {
      let cursor
      do {
        const page = await this.entries(key, { limit: 200, ...query, cursor })
        yield* page.items
        cursor = page.nextCursor ?? undefined
      } while (cursor)
    },
  }
}

/** `{ price: { lte: 900 }, kind: 'house' }` as the query says it. */
function filtersOf(filter = {}) {
  const said = Object.entries(filter).flatMap(([field, wish]) =>
    typeof wish === 'object' && wish !== null && !Array.isArray(wish)
      ? Object.entries(wish).map(([operator, value]) => [`filter[${field}][${operator}]`, String(value)])
      : [[`filter[${field}]${Array.isArray(wish) ? '[in]' : ''}`, String(wish)]],
  )
  return Object.fromEntries(said)
}
