import { Globe } from 'lucide-preact'
import { useSiteHost } from '../../data/actor.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import type { NewClientDraft } from './new-client-draft.ts'
import type { StepProps } from './new-client-form.tsx'
import { platformAddress, suggestSlug } from './slug.ts'

type SiteFeature = NewClientDraft['features'][number]

const features: readonly { id: SiteFeature; label: string; hint: string }[] = [
  { id: 'blog', label: 'Blog', hint: 'Posts with categories, tags and a feed' },
  { id: 'forms', label: 'Forms', hint: 'What visitors write becomes a contact' },
]

export function AddressStep({ draft, onChange, errorAt }: StepProps) {
  const siteHost = useSiteHost()
  const shownSlug = draft.slug || suggestSlug(draft.clientName) || 'name'
  const toggle = (id: SiteFeature, isOn: boolean) =>
    onChange({ features: isOn ? [...draft.features, id] : draft.features.filter((other) => other !== id) })

  return (
    <div class="grid gap-5">
      <div>
        <TextField
          name="website.slug"
          label="Address on our platform"
          hint="3 to 63 letters, digits and hyphens."
          value={draft.slug}
          onChange={(slug) => onChange({ slug: slug.toLowerCase().replace(/[^a-z0-9-]/g, '-') })}
          autocomplete="off"
          spellcheck={false}
          isLarge
          {...errorAt('website.slug')}
        />
        <div class="mt-2 flex items-center gap-2 rounded-md bg-surface-3 px-3 py-2">
          <Globe size={15} strokeWidth={1.75} class="flex-none text-fg-3" />
          <output class="min-w-0 truncate" aria-label="The website’s address">
            <b class="font-semibold">{shownSlug}</b>
            <span class="text-fg-2">{platformAddress('', siteHost)}</span>
          </output>
        </div>
      </div>
      <TextField
        name="website.domain"
        label="Their own domain"
        isOptional
        placeholder="harbordental.com"
        hint="The website answers there as well, once the domain points here."
        value={draft.domain}
        onChange={(domain) => onChange({ domain })}
        autocomplete="off"
        inputMode="url"
        spellcheck={false}
        {...errorAt('website.domain')}
      />
      <fieldset>
        <legend class="mb-2.5 font-semibold">Features</legend>
        <div class="grid gap-3 sm:grid-cols-2">
          {features.map(({ id, label, hint }) => (
            <Checkbox
              key={id}
              label={label}
              hint={hint}
              isOn={draft.features.includes(id)}
              onChange={(isOn) => toggle(id, isOn)}
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}
