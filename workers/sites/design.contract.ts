import * as z from 'zod'
import { endpoint } from '../core/endpoint.contract.ts'
import { fontNames, type Theme as SnapshotTheme } from './theme.contract.ts'

const Color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'Give a colour as # and six digits, like #0f6b5c.')
  .toLowerCase()
const Font = z.enum(fontNames)

/** The look of a website as a few tokens; every block draws with these. */
export const Theme = z.strictObject({
  colors: z.strictObject({
    background: Color,
    muted: Color.describe('Background of quiet sections'),
    ink: Color.describe('Background of dark sections'),
    text: Color,
    textMuted: Color,
    line: Color,
    brand: Color,
    onBrand: Color.describe('Text on the brand colour'),
  }),
  fonts: z.strictObject({ heading: Font, body: Font }),
  radius: z.enum(['none', 'small', 'medium', 'large']),
  spacing: z.enum(['compact', 'regular', 'airy']).exactOptional().describe('Space around sections'),
  buttons: z.enum(['square', 'corners', 'pill']).exactOptional().describe('Corners of buttons'),
  scale: z.enum(['calm', 'regular', 'grand']).exactOptional().describe('Size of headings'),
  headings: z.enum(['typed', 'capitals']).exactOptional().describe('How headings are written'),
}) satisfies z.ZodType<SnapshotTheme>

export const Design = z.object({ theme: z.custom<SnapshotTheme>(), version: z.int() })
export type Design = z.infer<typeof Design>

export const designApi = {
  get: endpoint({
    method: 'get',
    path: '/websites/{id}/design',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'Colours, fonts and corners of a website.',
    returns: Design,
  }),
  change: endpoint({
    method: 'put',
    path: '/websites/{id}/design',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Change how a website looks. Visitors see it with the next publication.',
    body: z.strictObject({ theme: Theme, version: z.int() }),
    returns: Design,
    fails: ['conflict'],
  }),
}
