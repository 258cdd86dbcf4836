import { describe, expect, test } from 'vitest'
import { findTemplates } from '#app/screens/tenancy/template-filter.tsx'
import { listShippedTemplates } from '#workers/sites/template-previews.ts'

const templates = await listShippedTemplates()
const found = (search: string, category?: (typeof templates)[number]['category']) =>
  findTemplates(templates, { search, category }).map(({ id }) => id)

describe('the gallery of templates', () => {
  test('shows all of them until something is asked for', () => {
    expect(found('')).toHaveLength(templates.length)
    expect(templates.length).toBeGreaterThanOrEqual(13)
  })

  test('finds by trade, by name, by look and by page, in any order', () => {
    expect(found('dental')).toEqual(['clinic'])
    expect(found('TEMPO')).toEqual(['tempo'])
    expect(found('dark gym')).toEqual(['tempo'])
    expect(found('timetable')).toContain('tempo')
    expect(found('law')).toContain('chambers')
    expect(found('spaceship')).toEqual([])
  })

  test('narrows to a category, and searches within it', () => {
    expect(found('', 'shops')).toEqual(['alcove'])
    expect(found('conference', 'community')).toEqual(['assembly'])
    expect(found('conference', 'shops')).toEqual([])
  })
})
