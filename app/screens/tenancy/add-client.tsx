import { useLocation } from 'preact-iso'
import { templatesApi } from '#workers/sites/templates.contract.ts'
import { prefetch as load } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { NewClientForm } from './new-client-form.tsx'
import { Onboarding } from './onboarding.tsx'

export const prefetch = () => load(templatesApi.list, {})

/** Three short steps; then `?run=` shows the website being built, also after a reload. */
export function Screen() {
  usePage('Add client')
  const { query, route } = useLocation()
  if (query.run && query.client) return <Onboarding runId={query.run} clientId={query.client} />
  return (
    <NewClientForm
      template={query.template ?? ''}
      onCreated={({ id, runId }) => route(`/clients/new?run=${runId}&client=${id}`, true)}
    />
  )
}
