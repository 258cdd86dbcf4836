import type { ComponentType } from 'preact'
import type * as z from 'zod/mini'
import type { Hints } from '#sites/blocks/properties.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { JsonValue } from '#workers/sites/page-document.contract.ts'
import type { PropertyPath } from '#workers/sites/page-patches.contract.ts'
import type { Editor } from '../editor.ts'

/** What a control may look at besides its own property. */
export interface Around {
  editor: Editor
  canvas: Canvas
  nodeId: string
}

export type Write = (path: PropertyPath, value: JsonValue) => void

export interface FieldProps {
  schema: z.core.$ZodType
  /** Way to the property within the block's properties. */
  path: PropertyPath
  /** As the block itself reads it. */
  value: unknown
  write: Write
  around: Around
}

export interface ControlProps extends FieldProps {
  hints: Omit<Hints, 'control'>
  /** Draws what is inside: given, since the controls do not know each other. */
  Field: ComponentType<FieldProps>
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A name from the code as people read it: `wide-first` is “Wide first”. */
export function inWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
