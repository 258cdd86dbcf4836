import type { ComponentChildren, ComponentType, JSX } from 'preact'
import type * as z from 'zod/mini'
import type { FieldProblem } from '#workers/forms/published-form.contract.ts'
import type { NodeStyle } from '#workers/sites/page-document.contract.ts'
import type { BlockData, SnapshotSite } from '#workers/sites/snapshot.contract.ts'

export type SiteView = Omit<SnapshotSite, 'header' | 'footer'>

/** A form a visitor has sent that has to be shown again, with what was wrong. */
export interface Submission {
  formId: string
  values: Record<string, string>
  /** What is wrong with a field, by the field's name. */
  errors: Record<string, FieldProblem>
  notice?: string
  /** The form takes nothing at the moment. */
  isClosed?: boolean
}

/** A language visitors may change to. */
export interface PageLanguage {
  code: string
  name: string
  /** This page in that language, or the nearest there is to it. */
  href: string
  /** The same page, where it is translated. */
  translation?: string | undefined
  isCurrent: boolean
}

export interface PageView {
  /** Normalised path of the page being drawn. */
  path: string
  year: number
  /** The languages of a site that speaks several, its own first. */
  languages?: PageLanguage[]
  submission?: Submission
}

export type HeadingLevel = 1 | 2 | 3 | 4

/** What the builder hangs on an element so that the property's text can be edited in place; a published page has none. */
export type Edit = (property: string) => Record<string, unknown> | undefined

/** What a block is given besides its own properties. */
export interface Surroundings {
  id: string
  site: SiteView
  page: PageView
  data: BlockData | undefined
  slots: Record<string, ComponentChildren>
  /** Level of the block's own heading; its items stand one deeper. */
  level: HeadingLevel
  edit: Edit
}

/** Where the builder offers a block, in this order. */
export const blockCategories = [
  'hero',
  'sections',
  'content',
  'media',
  'lists',
  'business',
  'blog',
  'forms',
  'structure',
] as const
export type BlockCategory = (typeof blockCategories)[number]
/** Of the looks of a block, those its library chooses; every block can be hidden, and look different on other screens. */
export type StyleName = Exclude<keyof NodeStyle, 'tablet' | 'phone' | 'hide'>
type Properties = Record<string, unknown>

/** What goes into a block's definition; its text properties called `heading` may become the page's h1. */
export interface BlockDefinition<Shape extends z.core.$ZodShape> {
  type: string
  version: number
  label: string
  /** What it is for, in one sentence. */
  summary: string
  category: BlockCategory
  icon: string
  /** Every property has a default, so that a block always draws. */
  props: z.ZodMiniObject<Shape>
  /** Names of the places for other blocks, and how the builder calls them. */
  slots?: Record<string, string>
  /** Types of blocks whose part of the stylesheet it draws with besides its own. */
  uses?: readonly string[]
  /** The looks an agency may give it. */
  styles?: readonly StyleName[]
  /** Stands for blocks kept elsewhere, which a publish puts into its slot `content`. */
  isReference?: boolean
  /** Brings properties written by an older version up to this one. */
  migrate?: (props: Properties, from: number) => Properties
  component: (props: z.infer<z.ZodMiniObject<Shape>> & Surroundings) => JSX.Element | null
}

export interface Block {
  type: string
  version: number
  label: string
  summary: string
  category: BlockCategory
  icon: string
  props: z.ZodMiniObject
  slots: Record<string, string>
  uses: readonly string[]
  styles: readonly StyleName[]
  isReference: boolean
  migrate?: (props: Properties, from: number) => Properties
  component: ComponentType<Properties & Surroundings>
}

export function block<Shape extends z.core.$ZodShape>(definition: BlockDefinition<Shape>): Block {
  return {
    slots: {},
    uses: [],
    isReference: false,
    styles: ['tone', 'padding', 'width', 'align', 'anchor'],
    ...definition,
    // safe: the renderer and the builder hand a component only what its own schema has parsed
    component: definition.component as Block['component'],
  }
}
