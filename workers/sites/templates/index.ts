import { clinic } from './clinic/clinic.ts'
import { hearth } from './hearth/hearth.ts'
import { studio } from './studio/studio.ts'
import type { Template } from './template.contract.ts'

export { fillTemplate } from './fill-template.ts'
export type { Template } from './template.contract.ts'

/** Every website one can begin with. */
export const templates: readonly Template[] = [clinic, studio, hearth]

export const findTemplate = (id: string): Template | undefined =>
  templates.find((template) => template.id === id)
