import { useState } from 'preact/hooks'
import { collectionsApi } from '#workers/collections/collections.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Card } from '../../ui/card.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { CodeBlock } from '../docs/code-block.tsx'
import { clientSnippet, draftsSnippet, fetchSnippet, typesSnippet } from './snippets.ts'

interface ApiSnippetsProps {
  origin: string
  websiteId: string
}

/** Programs that read this very website, ready to be copied. */
export function ApiSnippets({ origin, websiteId }: ApiSnippetsProps) {
  const [tab, setTab] = useState('client')
  const collections = useResource(collectionsApi.list, { params: { id: websiteId }, query: {} })
  const key = collections.data?.items.find(({ isPublic }) => isPublic)?.key
  const snippet = (label: string, text: string) => <CodeBlock label={label} text={text} />
  return (
    <Card title="This website as data">
      <p class="mb-3 text-fg-2">
        Everything that is published can be read as JSON, from anywhere, without a key:{' '}
        <ExternalLink href={`${origin}/_dde/api/site`}>{`${origin}/_dde/api`}</ExternalLink>
      </p>
      <Tabs
        label="Examples"
        class="mb-3"
        current={tab}
        onChange={setTab}
        tabs={[
          { id: 'client', label: 'Client', panel: () => snippet('Client', clientSnippet(origin, key)) },
          { id: 'types', label: 'TypeScript', panel: () => snippet('TypeScript', typesSnippet(origin, key)) },
          { id: 'drafts', label: 'Drafts', panel: () => snippet('Drafts', draftsSnippet(origin, key)) },
          {
            id: 'fetch',
            label: 'Without the client',
            panel: () => snippet('fetch', fetchSnippet(origin, key)),
          },
        ]}
      />
    </Card>
  )
}
