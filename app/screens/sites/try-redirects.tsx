import { useState } from 'preact/hooks'
import { type RedirectRule, wayFrom } from '#workers/sites/redirect-rules.contract.ts'
import { redirectsApi } from '#workers/sites/redirects.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Card } from '../../ui/card.tsx'
import { TextField } from '../../ui/field.tsx'

/** As many as one answer holds: enough to try an address by. */
const MOST = 200

/** Says where an address would lead, before anything is published. */
export function TryRedirects({ website }: { website: Website }) {
  const [path, setPath] = useState('')
  const known = useResource(redirectsApi.list, { params: { websiteId: website.id }, query: { limit: MOST } })
  // safe: a redirect is a rule with more about it
  const way = wayFrom((known.data?.items ?? []) as unknown as RedirectRule[], path)
  return (
    <Card title="Try an address">
      <TextField name="try" label="Address" placeholder="/old-page" value={path} onChange={setPath} />
      {path && (
        <p class="mt-2 text-fg-2" aria-live="polite">
          {way.length > 1 ? (
            <span class="code break-all">{way.join(' → ')}</span>
          ) : (
            'No redirect is for this address.'
          )}
        </p>
      )}
    </Card>
  )
}
