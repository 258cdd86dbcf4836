import { type PublishedCollection, pictureIn } from '../collections/published-entries.contract.ts'
import type { Project } from '../sites/snapshot.contract.ts'
import { activePlugins, configOf, type PluginState } from './plugin-states.ts'
import { PROJECTS } from './shipped/portfolio.ts'

/** What blocks of the Portfolio draw, in the order it is set to: nothing where it is switched off. */
export function projectsOf(state: PluginState, collections: readonly PublishedCollection[]): Project[] {
  const plugin = activePlugins(state).find(({ key }) => key === 'portfolio')
  const collection = collections.find(({ key }) => key === PROJECTS)
  if (!plugin || !collection) return []
  const { order, hasDetails } = configOf(state, plugin)
  const projects = collection.entries.map((entry) => projectIn(entry, hasDetails === true))
  if (order === 'By name') return projects.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  if (order === 'Newest first') return projects.toSorted((a, b) => Number(b.year) - Number(a.year))
  return projects
}

type Entry = PublishedCollection['entries'][number]

function projectIn({ slug, title, path, values }: Entry, hasDetails: boolean): Project {
  const text = (key: string) =>
    typeof values[key] === 'string' || typeof values[key] === 'number' ? String(values[key]) : ''
  const picture = pictureIn(values.picture)
  return {
    ...{ slug, name: title, summary: text('summary'), category: text('category') },
    client: hasDetails ? text('client') : '',
    year: hasDetails ? text('year') : '',
    ...(picture ? { picture } : {}),
    pictures: picturesIn(values.pictures),
    html: text('story'),
    // A page of its own, where the collection gives entries one.
    link: path ?? text('link'),
  }
}

function picturesIn(value: unknown): Project['pictures'] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: { picture?: unknown; caption?: unknown }) => {
    const picture = pictureIn(item.picture)
    return picture ? [{ picture, caption: String(item.caption ?? '') }] : []
  })
}
