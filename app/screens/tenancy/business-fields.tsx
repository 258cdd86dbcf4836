import type { BusinessDetails } from '#workers/tenancy/clients.contract.ts'
import { TextAreaField, TextField } from '../../ui/field.tsx'

export interface BusinessDraft {
  email: string
  phone: string
  address: string
  hours: string
  description: string
}

export const businessFieldNames = [
  'business.email',
  'business.phone',
  'business.address',
  'business.hours',
  'business.description',
]

interface BusinessFieldsProps {
  draft: BusinessDraft
  onChange: (change: Partial<BusinessDraft>) => void
  errorAt: (field: string) => { error?: string }
}

/** What the website says about the business. */
export function BusinessFields({ draft, onChange, errorAt }: BusinessFieldsProps) {
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <TextField
        name="business.email"
        label="Public e-mail"
        type="email"
        value={draft.email}
        onChange={(email) => onChange({ email })}
        {...errorAt('business.email')}
      />
      <TextField
        name="business.phone"
        label="Public phone"
        type="tel"
        value={draft.phone}
        onChange={(phone) => onChange({ phone })}
        {...errorAt('business.phone')}
      />
      <TextField
        name="business.address"
        label="Address"
        value={draft.address}
        onChange={(address) => onChange({ address })}
        {...errorAt('business.address')}
      />
      <TextField
        name="business.hours"
        label="Opening hours"
        placeholder="Mon–Fri 8:00–18:00"
        value={draft.hours}
        onChange={(hours) => onChange({ hours })}
        {...errorAt('business.hours')}
      />
      <TextAreaField
        name="business.description"
        label="What they do"
        hint="One or two sentences; the first 160 characters become the website’s tagline."
        class="sm:col-span-2"
        value={draft.description}
        onChange={(description) => onChange({ description })}
        {...errorAt('business.description')}
      />
    </div>
  )
}

/** The details without those left empty. */
export function businessOf({ email, phone, address, hours, description }: BusinessDraft): BusinessDetails {
  return {
    ...(email.trim() && { email }),
    ...(phone.trim() && { phone }),
    ...(address.trim() && { address }),
    ...(hours.trim() && { hours }),
    ...(description.trim() && { description }),
  }
}
