import type { NewClient } from '#workers/tenancy/clients.contract.ts'
import { type BusinessDraft, businessFieldNames, businessOf } from './business-fields.tsx'

type SiteFeature = 'blog' | 'forms'

export interface NewClientDraft extends BusinessDraft {
  clientName: string
  contactName: string
  contactEmail: string
  contactPhone: string
  template: string
  features: SiteFeature[]
  slug: string
  domain: string
}

export const emptyDraft: NewClientDraft = {
  clientName: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  email: '',
  phone: '',
  address: '',
  hours: '',
  description: '',
  template: '',
  features: ['blog', 'forms'],
  slug: '',
  domain: '',
}

/** The fields of each step, as the server names them. */
export const stepFields: readonly (readonly string[])[] = [
  ['clientName', 'contact.name', 'contact.email', 'contact.phone', ...businessFieldNames],
  ['website.template'],
  ['website.slug', 'website.domain', 'website.features'],
]

export const newClientFields = stepFields.flat()

/** The first step that one of the fields stands on. */
export function stepOf(fields: readonly string[]): number | undefined {
  const at = stepFields.findIndex((names) => fields.some((field) => names.includes(field)))
  return at < 0 ? undefined : at
}

export function newClientOf(draft: NewClientDraft): NewClient {
  const hasPerson = draft.contactName.trim() || draft.contactEmail.trim()
  return {
    clientName: draft.clientName,
    ...(hasPerson && {
      contact: {
        name: draft.contactName,
        email: draft.contactEmail,
        ...(draft.contactPhone.trim() && { phone: draft.contactPhone }),
      },
    }),
    business: businessOf(draft),
    website: {
      template: draft.template,
      features: draft.features,
      ...(draft.slug && { slug: draft.slug }),
      ...(draft.domain.trim() && { domain: draft.domain }),
    },
  }
}
