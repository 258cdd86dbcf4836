import type { Contact } from '#workers/crm/contacts.contract.ts'
import { TextField } from '../../ui/field.tsx'
import { TagInput } from '../../ui/tag-input.tsx'

export interface ContactDraft {
  firstName: string
  lastName: string
  email: string
  phone: string
  company: string
  tags: string[]
}

export const emptyContact: ContactDraft = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  company: '',
  tags: [],
}

export const contactFieldNames = ['firstName', 'lastName', 'email', 'phone', 'company', 'tags']

export function contactDraftOf({ firstName, lastName, email, phone, company, tags }: Contact): ContactDraft {
  return { firstName, lastName, email: email ?? '', phone, company, tags }
}

interface ContactFieldsProps {
  draft: ContactDraft
  onChange: (change: Partial<ContactDraft>) => void
  errorAt: (field: string) => { error?: string }
}

export function ContactFields({ draft, onChange, errorAt }: ContactFieldsProps) {
  return (
    <>
      <div class="grid grid-cols-2 gap-4">
        <TextField
          name="firstName"
          label="First name"
          value={draft.firstName}
          onChange={(firstName) => onChange({ firstName })}
          autocomplete="off"
          data-autofocus
          {...errorAt('firstName')}
        />
        <TextField
          name="lastName"
          label="Last name"
          value={draft.lastName}
          onChange={(lastName) => onChange({ lastName })}
          autocomplete="off"
          {...errorAt('lastName')}
        />
      </div>
      <TextField
        name="email"
        label="E-mail"
        type="email"
        value={draft.email}
        onChange={(email) => onChange({ email })}
        autocomplete="off"
        {...errorAt('email')}
      />
      <div class="grid grid-cols-2 gap-4">
        <TextField
          name="phone"
          label="Phone"
          type="tel"
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          autocomplete="off"
          {...errorAt('phone')}
        />
        <TextField
          name="company"
          label="Company"
          value={draft.company}
          onChange={(company) => onChange({ company })}
          autocomplete="off"
          {...errorAt('company')}
        />
      </div>
      <TagInput
        name="tags"
        label="Tags"
        values={draft.tags}
        onChange={(tags) => onChange({ tags })}
        isLowerCase
        {...errorAt('tags')}
      />
    </>
  )
}
