import * as z from 'zod'
import { blocks } from '../blocks/registry.ts'
import { text } from './replies.ts'

export const COMPONENTS_PATH = '/_dde/components'

/** The block library as data; made when it is asked for, since nothing that draws pages needs it. */
export function answerComponents(): Response {
  const items = blocks.map(({ type, version, label, summary, category, slots, styles, props }) => ({
    ...{ type, version, label, summary, category, slots, styles },
    properties: z.toJSONSchema(props, { io: 'input', unrepresentable: 'any' }),
    defaults: props.parse({}),
  }))
  return text(JSON.stringify(items), 'application/json')
}
