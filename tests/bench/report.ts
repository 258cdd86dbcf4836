import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '#local/worker-list.ts'
import { type Spread, spreadOf } from './compare.ts'

/** What one benchmark has to say: a table, how it was measured, and what is worth knowing about it. */
export interface Section {
  title: string
  how: string
  head: string[]
  rows: string[][]
  notes?: string[]
}

const file = join(root, 'docs/performance.md')

/** Puts sections into the document: each replaces the one of its title, and the rest stays as it was. */
export function writeReport(sections: Section[], order: string[]): void {
  const kept = existsSync(file) ? readSections(readFileSync(file, 'utf8')) : new Map<string, string>()
  for (const section of sections) kept.set(section.title, write(section))
  const titles = [...kept.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  writeFileSync(file, `${[intro(), ...titles.map((title) => kept.get(title))].join('\n\n')}\n`)
}

function readSections(text: string): Map<string, string> {
  const [, ...parts] = text.split(/^## /m)
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), `## ${part.trimEnd()}`]))
}

function write({ title, how, head, rows, notes = [] }: Section): string {
  return [
    `## ${title}`,
    `${how} Measured ${new Date().toISOString().slice(0, 10)}.`,
    [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'),
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n')
}

const line = (cells: string[]) => `| ${cells.join(' | ')} |`

function intro(): string {
  const [cpu] = cpus()
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  return `# Performance

Written by \`npm run bench\`, which measures everything but the peers anew, or only what is named: \`npm run bench -- page-cost import\`.

Machine: ${cpus().length} cores (${cpu?.model.trim()}), ${gigabytes} GB, Linux ${release()}, Node ${process.versions.node}. The machine is
shared, so what is compared is CPU time of the processes that serve, read from \`/proc\`, never time on the clock unless a row says
so. Variants take turns in short slices within one run; a ratio is taken within each round, and given as the median with the middle
half of all rounds in brackets. Requests come from a process of its own, over 16 connections that stay open.`
}

/** A number with as many digits as mean something. */
export function round(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export const showSpread = ({ median, low, high }: Spread, unit: string): string =>
  `${round(median)}${unit} (${round(low)}–${round(high)})`

export const showAll = (values: number[], unit: string): string => showSpread(spreadOf(values), unit)

export const showBytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${round(bytes / 1024 ** 2)} MB` : `${round(bytes / 1024)} kB`

/** Whether a target is kept, in words. */
export const verdict = (value: number, limit: number): string => (value <= limit ? 'met' : 'missed')
