import { useState } from 'preact/hooks'
import { Segmented } from '../../ui/tabs.tsx'
import { CodeBlock } from './code-block.tsx'
import { exampleOf } from './examples.ts'
import { jsonSchemaOf, type OpenApi, type Operation } from './openapi.ts'
import { SchemaView } from './schema-view.tsx'

interface ResponseListProps {
  operation: Operation
  document: OpenApi
}

type View = 'fields' | 'example'

/** What comes back, by status. */
export function ResponseList({ operation, document }: ResponseListProps) {
  const responses = Object.entries(operation.responses ?? {})
  const [status, setStatus] = useState(responses[0]?.[0] ?? '')
  const [view, setView] = useState<View>('fields')
  const response = operation.responses?.[status]
  const schema = jsonSchemaOf(response?.content)
  if (responses.length === 0) return null
  return (
    <section>
      <h4 class="mb-2 font-semibold">Answers</h4>
      <div class="flex flex-wrap items-center gap-2">
        <Segmented
          label="Status"
          value={status}
          options={responses.map(([code]) => ({ value: code, label: code }))}
          onChange={setStatus}
        />
        {schema && (
          <Segmented
            label="Show"
            value={view}
            options={[
              { value: 'fields', label: 'Fields' },
              { value: 'example', label: 'Example' },
            ]}
            onChange={setView}
          />
        )}
      </div>
      <p class="mt-2 text-fg-2">{response?.description}</p>
      {schema && view === 'fields' && <SchemaView schema={schema} document={document} />}
      {schema && view === 'example' && (
        <CodeBlock label="Example answer" text={JSON.stringify(exampleOf(schema, document), null, 2)} />
      )}
    </section>
  )
}
