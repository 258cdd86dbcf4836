import { TextField } from '../../ui/field.tsx'
import { BusinessFields } from './business-fields.tsx'
import type { StepProps } from './new-client-form.tsx'

export function BusinessStep({ draft, onChange, errorAt }: StepProps) {
  return (
    <div class="grid gap-5">
      <TextField
        name="clientName"
        label="Name of the business"
        placeholder="Harbor Dental"
        value={draft.clientName}
        onChange={(clientName) => onChange({ clientName })}
        autocomplete="off"
        required
        isLarge
        autoFocus
        {...errorAt('clientName')}
      />
      <fieldset class="grid gap-4 sm:grid-cols-3">
        <legend class="mb-3 font-semibold">
          Contact person <span class="font-normal text-fg-3">(optional)</span>
        </legend>
        <TextField
          name="contact.name"
          label="Name"
          value={draft.contactName}
          onChange={(contactName) => onChange({ contactName })}
          autocomplete="off"
          {...errorAt('contact.name')}
        />
        <TextField
          name="contact.email"
          label="E-mail"
          type="email"
          value={draft.contactEmail}
          onChange={(contactEmail) => onChange({ contactEmail })}
          autocomplete="off"
          {...errorAt('contact.email')}
        />
        <TextField
          name="contact.phone"
          label="Phone"
          type="tel"
          value={draft.contactPhone}
          onChange={(contactPhone) => onChange({ contactPhone })}
          autocomplete="off"
          {...errorAt('contact.phone')}
        />
      </fieldset>
      <fieldset>
        <legend class="mb-1 font-semibold">
          On the website <span class="font-normal text-fg-3">(optional)</span>
        </legend>
        <p class="mb-3 text-12 text-fg-3">The template fills these in; all of it can be changed later.</p>
        <BusinessFields draft={draft} onChange={onChange} errorAt={errorAt} />
      </fieldset>
    </div>
  )
}
