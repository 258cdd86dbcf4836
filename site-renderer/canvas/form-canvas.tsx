import type { FormDefinition } from '#workers/forms/published-form.contract.ts'
import type { SiteView } from '../blocks/block.ts'
import { VisitorForm } from '../blocks/form/visitor-form.tsx'

/** A form by itself in the look of its site, as the dashboard shows it while it is made. */
export function FormCanvas({ form, site }: { form: FormDefinition; site: SiteView }) {
  const page = { path: '/', year: new Date().getFullYear() }
  return (
    <main id="content">
      <section class="block" data-padding="small">
        <div class="inner">
          <VisitorForm id="form" form={form} page={page} locale={site.locale} />
        </div>
      </section>
    </main>
  )
}
