import type { FormField } from '../forms/published-form.contract.ts'

/** Names the form among those a page may be shown again for. */
export const COMMENT_FORM = 'comment'

/** What a visitor writes below a post; the site puts the labels in its own language. */
export const commentFields: FormField[] = [
  { name: 'name', label: 'Name', kind: 'text', required: true, maxLength: 80, autocomplete: 'name' },
  { name: 'email', label: 'Email', kind: 'email', required: true, maxLength: 254, autocomplete: 'email' },
  { name: 'comment', label: 'Comment', kind: 'textarea', required: true, maxLength: 5000 },
]
