import { propertyHints } from '#sites/blocks/properties.ts'
import { findBlock } from '#sites/blocks/registry.ts'
import type { BlockChange } from '#workers/sites/page-comparison.contract.ts'

const kinds: Record<BlockChange['kind'], string> = {
  ...{ added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' },
}

export const blockName = (type: string): string => findBlock(type)?.label ?? type

/** What became of a block, in words: “Changed: Heading, Button”. */
export function changeWords({ kind, type, properties }: BlockChange): string {
  if (properties.length === 0) return kinds[kind]
  const shape = findBlock(type)?.props.shape ?? {}
  const names = properties.map((name) => {
    if (name === 'style') return 'Look'
    if (name === 'type') return 'Kind of block'
    const schema = shape[name]
    return (schema && propertyHints.get(schema)?.label) || name
  })
  return `${kinds[kind]}: ${names.join(', ')}`
}
