import { Play } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { Problem } from '../../problem.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CodeBlock } from './code-block.tsx'
import { type Attempt, attemptHeaders, attemptUrl, curlOf, exampleOf } from './examples.ts'
import { jsonSchemaOf, type OpenApi, type Operation } from './openapi.ts'

interface TryItProps {
  operation: Operation
  document: OpenApi
  token: string
}

interface Answer {
  status: number
  tookMs: number
  text: string
}

/** Sends the operation for real, as the person signed in or with a token. */
export function TryIt({ operation, document, token }: TryItProps) {
  const base = baseOf(document)
  const bodySchema = jsonSchemaOf(operation.requestBody?.content)
  const [params, setParams] = useState<Record<string, string>>({})
  const [body, setBody] = useState(() =>
    bodySchema ? JSON.stringify(exampleOf(bodySchema, document), null, 2) : '',
  )
  const [answer, setAnswer] = useState<Answer | Problem | undefined>()
  const [isBusy, setBusy] = useState(false)
  const attempt: Attempt = { params, body, token }

  const send = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    setAnswer(await sendAttempt(operation, attempt, base).catch(Problem.offline))
    setBusy(false)
  }
  return (
    <form
      class="grid min-w-0 grid-cols-1 content-start gap-3"
      onSubmit={send}
      aria-label={`Try ${operation.method} ${operation.path}`}
    >
      <h4 class="font-semibold">Try it</h4>
      {operation.parameters?.map(({ name, required, in: place }) => (
        <TextField
          key={name}
          name={name}
          label={name}
          {...(required && { required })}
          {...(place !== 'query' && { hint: place === 'path' ? 'In the path' : 'A header' })}
          value={params[name] ?? ''}
          onChange={(value) => setParams((now) => ({ ...now, [name]: value }))}
          autocomplete="off"
        />
      ))}
      {bodySchema && (
        <TextAreaField name="body" label="Body" isCode rows={8} value={body} onChange={setBody} />
      )}
      <div>
        <Button type="submit" look="primary" size="sm" icon={<Play />} isBusy={isBusy}>
          Send
        </Button>
      </div>
      <AnswerView answer={answer} />
      <div>
        <h4 class="mb-1.5 font-semibold">As a command</h4>
        <CodeBlock label="curl" text={curlOf(operation, attempt, base)} />
      </div>
    </form>
  )
}

function AnswerView({ answer }: { answer: Answer | Problem | undefined }) {
  if (!answer) return null
  if (answer instanceof Problem) return <Notice tone="danger">{answer.message}</Notice>
  return (
    <div class="grid gap-2" role="status">
      <div class="flex items-center gap-2">
        <Badge tone={answer.status < 400 ? 'success' : 'danger'}>{answer.status}</Badge>
        <span class="num text-12 text-fg-3">{Math.round(answer.tookMs)} ms</span>
      </div>
      {answer.text && <CodeBlock label="Answer" text={answer.text} />}
    </div>
  )
}

async function sendAttempt(operation: Operation, attempt: Attempt, base: string): Promise<Answer> {
  const startedMs = performance.now()
  const hasBody = attempt.body.trim() !== '' && operation.method !== 'get'
  const response = await fetch(attemptUrl(operation, attempt, base), {
    method: operation.method.toUpperCase(),
    headers: {
      accept: 'application/json',
      ...(hasBody && { 'content-type': 'application/json' }),
      ...Object.fromEntries(attemptHeaders(operation, attempt)),
    },
    ...(hasBody && { body: attempt.body }),
    // A pasted token stands for itself; the session must not answer in its place.
    credentials: attempt.token ? 'omit' : 'same-origin',
  })
  const text = await response.text()
  return { status: response.status, tookMs: performance.now() - startedMs, text: pretty(text) }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** Absolute, so that the command works from anywhere. */
function baseOf({ servers, paths }: OpenApi): string {
  const isWhole = Object.keys(paths)[0]?.startsWith('/api/')
  const base = servers?.[0]?.url ?? (isWhole ? '/' : '/api/v1')
  return new URL(base, location.origin).href.replace(/\/$/, '')
}
