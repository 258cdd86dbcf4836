import { ChevronRight, LockOpen } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { cx } from '../../ui/class-names.ts'
import { isPublic } from './examples.ts'
import { jsonSchemaOf, type OpenApi, type Operation } from './openapi.ts'
import { Prose } from './prose.tsx'
import { ResponseList } from './response-list.tsx'
import { SchemaView } from './schema-view.tsx'
import { TryIt } from './try-it.tsx'

const methodLooks: Record<string, string> = {
  get: 'badge-brand',
  post: 'badge-success',
  put: 'badge-warning',
  patch: 'badge-warning',
  delete: 'badge-danger',
}

interface OperationCardProps {
  operation: Operation
  document: OpenApi
  token: string
}

export function OperationCard({ operation, document, token }: OperationCardProps) {
  const [isOpen, setOpen] = useState(() => location.hash === `#${operation.id}`)
  return (
    <article id={operation.id} class="scroll-mt-5">
      <h3>
        <button
          type="button"
          class="flex w-full items-center gap-3 px-3 py-2 text-left hover:bg-surface-2"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight size={14} class={cx('flex-none text-fg-3', isOpen && 'rotate-90')} />
          <span
            class={`badge code w-16 justify-center font-semibold! ${methodLooks[operation.method] ?? ''}`}
          >
            {operation.method.toUpperCase()}
          </span>
          <span class="min-w-0 flex-1 items-baseline gap-3 sm:flex">
            <span class="code block truncate font-medium sm:flex-none">{operation.path}</span>
            <span class="block truncate text-fg-3">{operation.summary}</span>
          </span>
          {isPublic(operation) && (
            <span class="text-fg-3" title="Works without logging in">
              <LockOpen size={14} aria-label="Works without logging in" />
            </span>
          )}
        </button>
      </h3>
      {isOpen && (
        <div class="grid grid-cols-1 gap-6 border-t border-line-subtle bg-surface-2 p-4 xl:grid-cols-2">
          <Description operation={operation} document={document} />
          <TryIt operation={operation} document={document} token={token} />
        </div>
      )}
    </article>
  )
}

function Description({ operation, document }: Omit<OperationCardProps, 'token'>) {
  const body = jsonSchemaOf(operation.requestBody?.content)
  return (
    <div class="grid min-w-0 grid-cols-1 content-start gap-5">
      <p>
        <Prose text={operation.description ?? operation.summary ?? ''} />
      </p>
      {operation.parameters && operation.parameters.length > 0 && (
        <section>
          <h4 class="mb-1 font-semibold">Parameters</h4>
          <SchemaView document={document} schema={parametersAsSchema(operation)} />
        </section>
      )}
      {body && (
        <section>
          <h4 class="mb-1 font-semibold">Body</h4>
          <SchemaView document={document} schema={body} />
        </section>
      )}
      <ResponseList operation={operation} document={document} />
    </div>
  )
}

function parametersAsSchema({ parameters = [] }: Operation) {
  return {
    type: 'object',
    properties: Object.fromEntries(
      parameters.map(({ name, schema, description }) => [
        name,
        { ...schema, ...(description && { description }) },
      ]),
    ),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  }
}
