import { type ListWish, listOf } from '../collections/entry-list.contract.ts'
import type { PublishedCollection } from '../collections/published-entries.contract.ts'
import type { FormDefinition } from '../forms/published-form.contract.ts'
import type { JsonValue, PageDocument, PageNode } from './page-document.contract.ts'
import { type BlockData, blockData, type PostCard, type Project } from './snapshot.contract.ts'

/** Cards a block of newest posts may ask for. */
export const MAX_NEWEST = 12
/** Enough for any block that does not say how many it draws. */
const DEFAULT_NEWEST = 6

/** What blocks draw on besides their own properties; posts are the newest, newest first. */
export interface BlockSources {
  forms: readonly { slug: string; form: FormDefinition }[]
  posts: readonly PostCard[]
  /** What the Portfolio holds, where a site has it. */
  projects?: readonly Project[]
  collections: readonly PublishedCollection[]
  /** The language entries are written out in. */
  locale: string
}

/** Where the page stands, and which part of its long lists is wanted; without it lists are not split. */
interface Place {
  path: string
  page?: number
}

/** What each block on a page needs, by its id: for a publish and for the builder's canvas alike. */
export function blockDataOf(
  { nodes }: Pick<PageDocument, 'nodes'>,
  sources: BlockSources,
  place?: Place,
): Record<string, BlockData> {
  const known = Object.entries(nodes).flatMap(([id, node]) => {
    const data = dataOf(node, sources, place)
    return data ? [[id, data] as const] : []
  })
  return Object.fromEntries(known)
}

function dataOf({ type, props }: PageNode, sources: BlockSources, place?: Place): BlockData | undefined {
  const { forms, posts } = sources
  switch (Object.hasOwn(blockData, type) ? blockData[type] : undefined) {
    case 'posts':
      return {
        kind: 'posts',
        posts: posts.slice(0, clamp(Number(props.count ?? DEFAULT_NEWEST), MAX_NEWEST)),
      }
    case 'form': {
      const chosen = forms.find(({ slug }) => slug === props.form) ?? forms[0]
      return chosen && { kind: 'form', form: chosen.form }
    }
    case 'projects':
      return { kind: 'projects', projects: projectsFor(type, props, sources.projects ?? []) }
    case 'entries':
      return entriesData(props, sources, place)
    default:
      return undefined
  }
}

function entriesData(
  props: PageNode['props'],
  { collections, locale }: BlockSources,
  place: Place | undefined,
): BlockData | undefined {
  const collection = collections.find(({ key }) => key === props.collection)
  if (!collection) return undefined
  const size = Number(props.count ?? DEFAULT_LENGTH)
  const isSplit = place !== undefined && props.isPaged !== false
  const part = isSplit ? { basePath: place.path, page: place.page ?? 1 } : {}
  return { kind: 'entries', list: listOf(wishIn(props), collection, locale, { size, ...part }) }
}

/** Entries of a list that does not say how many. */
const DEFAULT_LENGTH = 12

/** What a list of entries asks for; properties are read as leniently as blocks read them. */
function wishIn(props: PageNode['props']): ListWish {
  const text = (value: JsonValue | undefined) => (typeof value === 'string' ? value : '')
  const items = (value: JsonValue | undefined) =>
    (Array.isArray(value) ? value : []).map((item) =>
      typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {},
    )
  return {
    ...{ collection: text(props.collection), sort: text(props.sort), isReversed: props.isReversed === true },
    ...{ picture: text(props.picture), text: text(props.subtitle), link: text(props.link) },
    facts: items(props.facts).map(({ field }) => ({ field: text(field) })),
    filters: items(props.filters).map(({ field, operator, value }) => ({
      ...{ field: text(field), operator: text(operator), value: text(value) },
    })),
  }
}

const clamp = (value: number, max: number) => Math.min(Math.max(Math.trunc(value) || 1, 1), max)

/** Projects one block may show. */
const MAX_PROJECTS = 24

/** Of one kind of work where the block names one; a block of one project gets that, the first unless it says. */
function projectsFor(type: string, props: PageNode['props'], projects: readonly Project[]): Project[] {
  if (type === 'project')
    return projects.filter(({ slug }) => slug === (props.project || projects[0]?.slug)).slice(0, 1)
  const category = typeof props.category === 'string' ? props.category.trim().toLowerCase() : ''
  const found = category ? projects.filter((each) => each.category.toLowerCase() === category) : projects
  return found.slice(0, clamp(Number(props.count ?? MAX_PROJECTS), MAX_PROJECTS))
}
