import type { TranslationState } from '#workers/sites/translations.contract.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'

const looks: Record<TranslationState, StatusLook> = {
  missing: { label: 'Missing', tone: 'neutral' },
  draft: { label: 'Draft', tone: 'neutral' },
  published: { label: 'Published', tone: 'success' },
  out_of_date: { label: 'Out of date', tone: 'warning' },
}

export const stateChoices = (['missing', 'draft', 'published', 'out_of_date'] as const).map((value) => ({
  ...{ value, label: looks[value].label },
}))

export const TranslationStateBadge = ({ state }: { state: TranslationState }) => (
  <StatusBadge status={state} looks={looks} />
)
