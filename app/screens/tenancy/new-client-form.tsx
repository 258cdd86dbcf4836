import { useState } from 'preact/hooks'
import { type CreatedClient, clientsApi } from '#workers/tenancy/clients.contract.ts'
import { call } from '../../api.ts'
import { errorsOf, useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { Problem } from '../../problem.ts'
import { scrollToTop } from '../../shell/page.ts'
import { UnsavedGuard } from '../../shell/unsaved.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AddressStep } from './address-step.tsx'
import { BusinessStep } from './business-step.tsx'
import { emptyDraft, type NewClientDraft, newClientFields, newClientOf, stepOf } from './new-client-draft.ts'
import { suggestSlug } from './slug.ts'
import { type StepName, Stepper } from './stepper.tsx'
import { TemplateStep } from './template-step.tsx'

const steps: readonly StepName[] = [
  { title: 'Business', lead: 'Who are they?' },
  { title: 'Template', lead: 'What should it look like?' },
  { title: 'Address', lead: 'Where will it live?' },
]
const LAST = steps.length - 1

export interface StepProps {
  draft: NewClientDraft
  onChange: (change: Partial<NewClientDraft>) => void
  errorAt: (field: string) => { error?: string }
}

interface NewClientFormProps {
  /** Chosen before, on the template’s own page. */
  template: string
  onCreated: (client: CreatedClient) => void
}

export function NewClientForm({ template, onCreated }: NewClientFormProps) {
  const [at, setAt] = useState(0)
  const [draft, setDraft] = useState({ ...emptyDraft, template })
  const [isCreated, setCreated] = useState(false)
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const form = useForm(newClientFields)
  const change = (next: Partial<NewClientDraft>) => setDraft((now) => ({ ...now, ...next }))

  const goTo = (next: number) => {
    if (next > at && !hasName(draft)) return form.setErrors(nameMissing)
    form.setErrors({ top: undefined, fields: {} })
    if (next === LAST && !draft.slug) change({ slug: suggestSlug(draft.clientName) })
    setAt(next)
    scrollToTop()
  }
  const create = async () => {
    try {
      const client = await call(clientsApi.create, { body: newClientOf(draft), idempotencyKey })
      setCreated(true)
      invalidate('/clients', '/websites', '/overview')
      onCreated(client)
    } catch (thrown) {
      const { fields } = errorsOf(Problem.of(thrown), newClientFields)
      setAt(stepOf(Object.keys(fields)) ?? at)
      throw thrown
    }
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (at < LAST) goTo(at + 1)
    else form.submit(event, create)
  }
  const stepProps: StepProps = { draft, onChange: change, errorAt: form.errorAt }

  return (
    <form class="page page-narrow" onSubmit={submit} noValidate>
      <UnsavedGuard isDirty={hasName(draft) && !isCreated} />
      <h1 class="mb-4 text-20 font-semibold">Add client</h1>
      <Stepper steps={steps} current={at} onGo={goTo} />
      <div class="card mt-4">
        <div class="p-5">
          {form.errors.top && (
            <div class="mb-4">
              <Notice tone="danger">{form.errors.top}</Notice>
            </div>
          )}
          {at === 0 && <BusinessStep {...stepProps} />}
          {at === 1 && <TemplateStep {...stepProps} />}
          {at === LAST && <AddressStep {...stepProps} />}
        </div>
        <div class="dialog-foot">
          {at === 0 ? (
            <LinkButton href="/clients">Cancel</LinkButton>
          ) : (
            <Button onClick={() => goTo(at - 1)}>Back</Button>
          )}
          <span class="flex-1" />
          <Button
            key={at === LAST ? 'create' : 'next'}
            type="submit"
            look="primary"
            isBusy={form.isBusy}
            disabled={at === 1 && !draft.template}
          >
            {at === LAST ? 'Create client and website' : 'Continue'}
          </Button>
        </div>
      </div>
    </form>
  )
}

const nameMissing = { top: undefined, fields: { clientName: 'Enter the name of the business.' } }

function hasName({ clientName }: NewClientDraft): boolean {
  return clientName.trim().length > 0
}
