import type { FormField } from '../../forms/published-form.contract.ts'

/** Fields that nearly every form has. */
export const nameField = (label = 'Your name'): FormField => ({
  ...{ name: 'name', label, kind: 'text', required: true, maxLength: 120, autocomplete: 'name' },
})
export const emailField = (label = 'Email'): FormField => ({
  ...{ name: 'email', label, kind: 'email', required: true, maxLength: 200, autocomplete: 'email' },
})
export const phoneField = (required = false): FormField => ({
  ...{ name: 'phone', label: 'Phone', kind: 'tel', required, maxLength: 40, autocomplete: 'tel' },
})
export const choiceField = (name: string, label: string, options: string[]): FormField => ({
  ...{ name, label, kind: 'select', required: true, maxLength: 80, options },
})
export const lineField = (name: string, label: string, required = false): FormField => ({
  ...{ name, label, kind: 'text', required, maxLength: 120 },
})
export const messageField = (label: string, required = false): FormField => ({
  ...{ name: 'message', label, kind: 'textarea', required, maxLength: 2000 },
})
export const consentField = (label = 'You may use these details to answer me'): FormField => ({
  ...{ name: 'consent', label, kind: 'checkbox', required: true, maxLength: 3 },
})
