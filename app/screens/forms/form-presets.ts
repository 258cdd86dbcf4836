import type { FormField } from '#workers/forms/published-form.contract.ts'

export interface Preset {
  id: string
  name: string
  summary: string
  submitLabel: string
  subscribes?: boolean
  fields: FormField[]
}

const name: FormField = {
  ...{ name: 'name', label: 'Your name', kind: 'text', required: true, maxLength: 120, autocomplete: 'name' },
}
const email: FormField = {
  ...{ name: 'email', label: 'Email', kind: 'email', required: true, maxLength: 254, autocomplete: 'email' },
}
const phone: FormField = {
  ...{ name: 'phone', label: 'Phone', kind: 'tel', required: false, maxLength: 40, autocomplete: 'tel' },
}
const message: FormField = {
  ...{ name: 'message', label: 'Message', kind: 'textarea', required: true, maxLength: 5000 },
}
const consent: FormField = {
  ...{ name: 'consent', label: 'I agree that my details are kept to answer me.', kind: 'consent' },
  ...{ required: true, maxLength: 10 },
}

/** What most forms are begun with. */
export const presets: readonly Preset[] = [
  {
    ...{ id: 'contact', name: 'Contact', submitLabel: 'Send message' },
    summary: 'Name, email and a message.',
    fields: [name, email, phone, message, consent],
  },
  {
    ...{ id: 'quote', name: 'Ask for a quote', submitLabel: 'Ask for a quote' },
    summary: 'Two steps, with questions that depend on each other.',
    fields: [
      {
        ...{ name: 'service', label: 'What do you need?', kind: 'radio', required: true, maxLength: 300 },
        options: ['A new website', 'Work on one we have', 'Something else'],
      },
      {
        ...{
          name: 'address',
          label: 'Address of your website',
          kind: 'text',
          required: true,
          maxLength: 300,
        },
        ...{ placeholder: 'www.example.com', width: 'full' },
        showIf: { field: 'service', is: 'any', of: ['Work on one we have'] },
      },
      { name: 'budget', label: 'Budget', kind: 'number', required: false, maxLength: 40, min: 0 },
      { name: 'until', label: 'When should it be done?', kind: 'date', required: false, maxLength: 40 },
      { name: 'step_you', label: 'About you', kind: 'step', required: false, maxLength: 300 },
      name,
      email,
      { ...message, label: 'Anything else?', required: false },
      consent,
    ],
  },
  {
    ...{ id: 'feedback', name: 'Feedback', submitLabel: 'Send feedback' },
    summary: 'Stars, and what to do better where there are few.',
    fields: [
      { name: 'stars', label: 'How was it?', kind: 'rating', required: true, maxLength: 10 },
      {
        ...{ name: 'better', label: 'What should we do better?', kind: 'textarea', required: false },
        ...{ maxLength: 5000, showIf: { field: 'stars', is: 'any', of: ['1', '2', '3'] } },
      },
      { ...email, required: false, help: 'Only if you would like an answer.' },
    ],
  },
  {
    ...{ id: 'newsletter', name: 'Newsletter', submitLabel: 'Subscribe', subscribes: true },
    summary: 'An address, confirmed by mail.',
    fields: [email],
  },
]
