import type { PageDocument } from './page-document.contract.ts'
import { type BlockData, blockData, type FormDefinition, type PostCard } from './snapshot.contract.ts'

/** Cards a block of newest posts may ask for. */
export const MAX_NEWEST = 12
/** Enough for any block that does not say how many it draws. */
const DEFAULT_NEWEST = 6

/** What blocks draw on besides their own properties; posts are the newest, newest first. */
export interface BlockSources {
  forms: readonly { slug: string; form: FormDefinition }[]
  posts: readonly PostCard[]
}

/** What each block on a page needs, by its id: for a publish and for the builder's canvas alike. */
export function blockDataOf(
  { nodes }: Pick<PageDocument, 'nodes'>,
  { forms, posts }: BlockSources,
): Record<string, BlockData> {
  const data: Record<string, BlockData> = {}
  for (const [id, { type, props }] of Object.entries(nodes)) {
    const kind = Object.hasOwn(blockData, type) ? blockData[type] : undefined
    if (kind === 'posts')
      data[id] = { kind, posts: posts.slice(0, clamp(Number(props.count ?? DEFAULT_NEWEST), MAX_NEWEST)) }
    const chosen = kind === 'form' ? (forms.find(({ slug }) => slug === props.form) ?? forms[0]) : undefined
    if (chosen) data[id] = { kind: 'form', form: chosen.form }
  }
  return data
}

const clamp = (value: number, max: number) => Math.min(Math.max(Math.trunc(value) || 1, 1), max)
