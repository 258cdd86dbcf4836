import { useEffect, useState } from 'preact/hooks'
import { Problem, problemFrom } from '../../problem.ts'
import type { OpenApi } from './openapi.ts'

const PATH = '/api/openapi.json'

let loaded: OpenApi | undefined

interface Loaded {
  document: OpenApi | undefined
  problem: Problem | undefined
  reload: () => void
}

/** The document the API publishes about itself; read once per visit. */
export function useOpenApi(): Loaded {
  const [document, setDocument] = useState(loaded)
  const [problem, setProblem] = useState<Problem | undefined>()

  const reload = async () => {
    setProblem(undefined)
    try {
      const response = await fetch(PATH)
      if (!response.ok) throw problemFrom(response.status, await response.text())
      // safe: made by the API from its own contracts
      loaded = (await response.json()) as OpenApi
      setDocument(loaded)
    } catch (thrown) {
      setProblem(thrown instanceof Problem ? thrown : Problem.offline(thrown))
    }
  }
  useEffect(() => {
    if (!loaded) reload()
  }, [])
  return { document, problem, reload }
}
