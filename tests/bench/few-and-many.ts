import type { Agency } from '#tests/stack/world.ts'
import type { BenchStack } from './bench-stack.ts'
import { compare, type Measured, ratioOf, spreadOf, type Variant } from './compare.ts'
import { round, type Section, showAll, showSpread } from './report.ts'

export const FEW = 1000
export const MANY = 1_000_000
const ROUNDS = 5

/** One who has few of something and one who has many, in the same database. */
export interface Holders {
  few: Holder
  many: Holder
}
export interface Holder {
  agency: Agency
  /** Of the API, below `/api/v1`, what questions begin with. */
  base: string
}

export interface Question {
  what: string
  path: string
}

interface FewAndMany {
  title: string
  /** What there are few and many of. */
  noun: string
  questions: readonly Question[]
  add: (agency: Agency, count: number) => Promise<{ base: string }>
  /** What is tidied up once all are there. */
  tables: readonly string[]
}

/** What questions cost beside how many there are of what they ask for. */
export async function measureFewAndMany(bench: BenchStack, asked: FewAndMany): Promise<Section> {
  const holderOf = async (count: number) => {
    const agency = await bench.world.agency()
    return { agency, ...(await asked.add(agency, count)) }
  }
  const few = await holderOf(FEW)
  const started = Date.now()
  const many = await holderOf(MANY)
  const seeded = (Date.now() - started) / 1000
  for (const table of asked.tables) await bench.world.db.query(`vacuum analyze ${table}`)
  const variants = variantsOf(bench, asked.questions, { few, many })
  return describe(asked, await compare(bench.loader, variants, ROUNDS), seeded)
}

function variantsOf(
  { stack, ports, workerd, postgres }: BenchStack,
  questions: readonly Question[],
  { few, many }: Holders,
): Variant[] {
  const host = new URL(stack.origin).host
  return questions.flatMap(({ path }) =>
    [few, many].map(({ agency: { owner }, base }, at) => ({
      ...{ name: `${path} ${at}`, pids: () => [...workerd(), ...postgres()] },
      load: () => ({
        ...{ port: ports.edge, hosts: [host], paths: [`/api/v1${base}${path}`], count: 10, connections: 2 },
        headers: { authorization: `Bearer ${owner.token}` },
      }),
    })),
  )
}

function describe(
  { title, noun, questions }: FewAndMany,
  results: Map<string, Measured>,
  seeded: number,
): Section {
  const cpu = (path: string, at: number) => results.get(`${path} ${at}`)?.cpuUs ?? []
  const wall = (path: string, at: number) =>
    spreadOf(results.get(`${path} ${at}`)?.wallUs ?? []).median / 1000
  return {
    title,
    how: `CPU of workerd and PostgreSQL per request, for an agency with ${FEW.toLocaleString('en')} ${noun} and one with ${MANY.toLocaleString('en')}, in one database. ${ROUNDS} rounds of 10 requests, two at a time.`,
    head: ['question', FEW.toLocaleString('en'), MANY.toLocaleString('en'), 'ratio', 'on the clock'],
    rows: questions.map(({ what, path }) => [
      ...[what, showAll(cpu(path, 0), ' µs'), showAll(cpu(path, 1), ' µs')],
      showSpread(ratioOf(cpu(path, 1), cpu(path, 0)), '×'),
      `${round(wall(path, 0))} and ${round(wall(path, 1))} ms a request`,
    ]),
    notes: [
      `The ${MANY.toLocaleString('en')} rows were put in by SQL in ${round(seeded)} s, indexes included.`,
    ],
  }
}
