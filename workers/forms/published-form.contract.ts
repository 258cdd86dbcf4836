/** A form as a published page holds it. */
export interface FormDefinition {
  /** Its address on the site: its slug. */
  id: string
  fields: FormField[]
  submitLabel: string
  /** What the form asks, as a digest that is sent along: answers are checked by what the visitor was asked. */
  digest?: string
  /** Takes the place of the form once it was sent. */
  sentMessage?: string
}

/** What visitors fill in, and what stands between. */
export const fieldKinds = [
  'text',
  'textarea',
  'email',
  'tel',
  'number',
  'date',
  'select',
  'radio',
  'checkboxes',
  'checkbox',
  'consent',
  'rating',
  'hidden',
  'heading',
  'step',
] as const

export type FieldKind = (typeof fieldKinds)[number]

export interface FormField {
  /** The name the visitor's browser posts. */
  name: string
  label: string
  kind: FieldKind
  required: boolean
  maxLength: number
  options?: string[]
  /** What visitors read for each option, where that is another word than what is sent. */
  optionLabels?: string[]
  autocomplete?: string
  help?: string
  placeholder?: string
  /** Beside another one, or by itself; as the kind has it unless said. */
  width?: 'half' | 'full'
  /** Of a number. */
  min?: number
  max?: number
  /** What a hidden one says. */
  value?: string
  showIf?: FieldCondition
}

/** That an earlier field has one of some answers, or none of them. */
export interface FieldCondition {
  field: string
  is: 'any' | 'none'
  of: string[]
}

/** What a ticked box is sent as. */
export const TICKED = 'yes'

/** Stars of a rating. */
export const RATINGS = ['1', '2', '3', '4', '5']

/** What parts several answers to one question. */
export const BETWEEN_ANSWERS = '\n'

/** What can be wrong with an answer; the renderer says it in the visitor's language. */
export const fieldProblems = [
  'missing',
  'too_long',
  'no_email',
  'no_phone',
  'no_option',
  'too_many_links',
  'no_number',
  'too_small',
  'too_large',
  'no_date',
] as const

export type FieldProblem = (typeof fieldProblems)[number]

/** Posted by every form, hidden from people: whoever fills it in is not one. */
export const SPAM_TRAP_FIELD = 'website_url'

/** Which form it is on its page, so that the visitor is brought back to it. */
export const FORM_PLACE_FIELD = 'form_place'

/** The digest of what was asked. */
export const FORM_DIGEST_FIELD = 'form_digest'

/** Where the words for who has sent a form stand on its page. */
export const sentAnchor = (place: string) => `${place}-sent`

/** Where a visitor's form posts, on the site's own host. */
export const formAction = (formId: string) => `/_dde/forms/${formId}`
