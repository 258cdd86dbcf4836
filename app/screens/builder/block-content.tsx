import type { Block } from '#sites/blocks/block.ts'
import { readProps } from '#sites/blocks/prepare.ts'
import type { PageNode } from '#workers/sites/page-document.contract.ts'
import type { Around, Write } from './controls/control.ts'
import { PropertyField } from './controls/property-field.tsx'
import { EntryPlaces } from './entry-places.tsx'

interface BlockContentProps {
  block: Block
  node: PageNode
  around: Around
}

/** A field for each property of a block, filled with what the block itself reads. */
export function BlockContent({ block, node, around }: BlockContentProps) {
  const properties = Object.entries(block.props.shape)
  const values = readProps(block, node)
  const write: Write = (path, value) => around.editor.setProperty(around.nodeId, path, value)
  if (properties.length === 0) {
    return <p class="px-4 py-4 text-12 text-fg-3">This block has nothing to fill in.</p>
  }
  return (
    <div class="grid grid-cols-1 gap-4 px-4 pt-4 pb-8">
      {properties.map(([name, schema]) => (
        <PropertyField
          key={name}
          schema={schema}
          path={[name]}
          value={values[name]}
          write={write}
          around={around}
        />
      ))}
      <EntryPlaces around={around} />
    </div>
  )
}
