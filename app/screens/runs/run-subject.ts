import type { Run } from '#workers/runs/runs.contract.ts'

const subjects: Record<string, { path: string; label: string }> = {
  'market.install': { path: '/templates/', label: 'Go to the template' },
  'template.fetch': { path: '/templates/', label: 'Go to the template' },
  'template.save': { path: '/templates/', label: 'Go to the template' },
  'client.onboarding': { path: '/websites/', label: 'Go to the website' },
  'site.publication': { path: '/websites/', label: 'Go to the website' },
  'collection.conversion': { path: '/websites/', label: 'Go to the website' },
  'collection.import': { path: '/websites/', label: 'Go to the website' },
  'wordpress.import': { path: '/imports/', label: 'Go to the import' },
  'wordpress.attachments': { path: '/imports/', label: 'Go to the import' },
}

/** Where to see what a run works on. */
export function subjectOf({ kind, subjectId }: Run): { href: string; label: string } | undefined {
  const subject = subjects[kind]
  return subject && subjectId ? { href: subject.path + subjectId, label: subject.label } : undefined
}
