import { useState } from 'preact/hooks'
import type { Collection } from '#workers/collections/collections.contract.ts'
import {
  type EntryImportCheck,
  entryImportsApi,
  MAX_CSV_CHARACTERS,
} from '#workers/collections/entry-imports.contract.ts'
import { call } from '../../api.ts'
import { isOver, useRun } from '../../data/runs.ts'
import { Problem } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, SelectField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/numbers.ts'
import { RunSteps } from '../../ui/run-steps.tsx'

interface ImportEntriesProps {
  collection: Collection
  onClose: () => void
  onImported: () => void
}

interface Source {
  csv: string
  fileName: string
}

/** A CSV file becomes entries: which column goes where is proposed, what would not fit is named before anything is written. */
export function ImportEntries({ collection, onClose, onImported }: ImportEntriesProps) {
  const params = { id: collection.websiteId, key: collection.key }
  const { source, check, matchBy, problem, isBusy, runId, setMatchBy, look, choose, start } =
    useImport(params)
  const { run, retry } = useRun(runId)
  const close = () => {
    if (runId) onImported()
    onClose()
  }

  return (
    <Dialog
      title={`Import into ${collection.name}`}
      width={680}
      onClose={close}
      foot={
        runId ? (
          <Button look="primary" onClick={close}>
            {run && isOver(run) ? 'Done' : 'Close'}
          </Button>
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button
              look="primary"
              isBusy={isBusy}
              disabled={!check || check.addedCount + check.changedCount === 0}
              onClick={start}
            >
              Import {check ? counted(check.addedCount + check.changedCount, 'row') : ''}
            </Button>
          </>
        )
      }
    >
      <div class="grid gap-4">
        {problem && <Notice tone="danger">{problem}</Notice>}
        {run && <RunSteps run={run} onRetry={retry} />}
        {!runId && (
          <Field label="File" hint="CSV, as every spreadsheet exports it. Its first line names the columns.">
            {(control) => (
              <input
                {...control}
                type="file"
                accept=".csv,.tsv,.txt,text/csv"
                class="input h-auto! py-2!"
                onChange={(event) => choose(event.currentTarget.files?.[0])}
              />
            )}
          </Field>
        )}
        {!runId && check && source && (
          <>
            <ColumnChoices
              collection={collection}
              check={check}
              onChange={(mapping) => look(source, mapping)}
            />
            <SelectField
              name="matchBy"
              label="A row changes an entry that has the same"
              value={matchBy}
              options={[
                { value: '', label: 'Nothing: every row is a new entry' },
                { value: 'slug', label: 'Address' },
                ...collection.fields
                  .filter(({ kind }) => ['text', 'email', 'number', 'link'].includes(kind))
                  .map(({ key, label }) => ({ value: key, label })),
              ]}
              onChange={(by) => {
                setMatchBy(by)
                look(source, check.mapping, by)
              }}
            />
            <Outcome check={check} />
          </>
        )}
      </div>
    </Dialog>
  )
}

/** Looking at a file, and then importing it. */
function useImport(params: { id: string; key: string }) {
  const [source, setSource] = useState<Source | undefined>()
  const [check, setCheck] = useState<EntryImportCheck | undefined>()
  const [matchBy, setMatchBy] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const [runId, setRunId] = useState<string | undefined>()

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (thrown) {
      setProblem(Problem.of(thrown).message.replace(/^\w+: /, ''))
    }
    setBusy(false)
  }
  const look = (from: Source, mapping?: (string | null)[], by = matchBy) =>
    attempt(async () => {
      const body = { csv: from.csv, ...(mapping && { mapping }), ...(by && { matchBy: by }) }
      setCheck(await call(entryImportsApi.check, { params, body }))
      setSource(from)
    })
  const choose = (file: File | undefined) =>
    file &&
    attempt(async () => {
      const csv = await file.text()
      if (csv.length > MAX_CSV_CHARACTERS)
        throw new Problem('invalid_input', 'A file may have at most 3.5 MB. Split it into several.', 400)
      await look({ csv, fileName: file.name })
    })
  const start = () =>
    attempt(async () => {
      if (!source || !check) return
      const body = { ...source, mapping: check.mapping, ...(matchBy && { matchBy }) }
      setRunId((await call(entryImportsApi.start, { params, body })).runId)
    })
  return { source, check, matchBy, problem, isBusy, runId, setMatchBy, look, choose, start }
}

interface ColumnChoicesProps {
  collection: Collection
  check: EntryImportCheck
  onChange: (mapping: (string | null)[]) => void
}

function ColumnChoices({ collection, check, onChange }: ColumnChoicesProps) {
  const options = [
    { value: '', label: 'Leave out' },
    ...collection.fields.map(({ key, label }) => ({ value: key, label })),
    { value: 'slug', label: 'Address' },
    { value: 'status', label: 'State' },
  ]
  return (
    <fieldset>
      <legend class="label">Where each column goes</legend>
      <ul class="divide-y divide-line-subtle rounded-md border border-line">
        {check.columns.map((column, at) => (
          <li key={at} class="grid grid-cols-2 items-center gap-3 px-3 py-1.5">
            <span class="min-w-0">
              <span class="block truncate font-medium">{column.name || `Column ${at + 1}`}</span>
              <span class="block truncate text-12 text-fg-3">
                {column.examples.filter(Boolean).join(' · ')}
              </span>
            </span>
            <select
              class="input"
              aria-label={`Where “${column.name}” goes`}
              value={check.mapping[at] ?? ''}
              onChange={(event) => {
                const key = event.currentTarget.value || null
                // A field is filled from one column.
                const others = check.columns.map((_each, index) => check.mapping[index] ?? null)
                onChange(others.map((each, index) => (index === at ? key : each === key ? null : each)))
              }}
            >
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Outcome({ check }: { check: EntryImportCheck }) {
  const { addedCount, changedCount, problemCount, problems } = check
  return (
    <div class="grid gap-2" aria-live="polite">
      <p>
        <b class="font-medium">{counted(addedCount, 'entry', 'entries')}</b> will be added
        {changedCount > 0 && (
          <>
            , <b class="font-medium">{changedCount}</b> changed
          </>
        )}
        {problemCount > 0 && (
          <>
            , <b class="font-medium text-warning-fg">{counted(problemCount, 'row')}</b> left out
          </>
        )}
        .
      </p>
      {problems.length > 0 && (
        <ul class="max-h-48 overflow-y-auto rounded-md border border-line text-12">
          {problems.map(({ row, messages }) => (
            <li key={row} class="flex gap-3 border-b border-line-subtle px-3 py-1.5">
              <span class="num w-14 flex-none text-fg-3">Row {row}</span>
              <span>{messages.join(' ')}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
