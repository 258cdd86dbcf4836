import type { Listing } from '#workers/market/market.contract.ts'
import { Card } from '../../ui/card.tsx'
import { Ago } from '../../ui/time.tsx'
import { categoryNames } from '../tenancy/template-filter.tsx'

/** What is said of a listing, and what each of its versions brought. */
export function ListingFacts({ listing }: { listing: Listing }) {
  const { description, industry, category, tags, licence, pages, kind, versions } = listing
  return (
    <div class="grid gap-4">
      <Card title="About">
        <p class="mb-4 text-pretty">{description}</p>
        <dl class="grid gap-3">
          <Fact label="Suits">{industry}</Fact>
          <Fact label="Category">{categoryNames[category]}</Fact>
          {kind === 'template' && <Fact label="Pages">{pages.join(', ')}</Fact>}
          {tags.length > 0 && <Fact label="Tags">{tags.join(', ')}</Fact>}
          <Fact label="Price">Free</Fact>
          <Fact label="Licence">{licence}</Fact>
        </dl>
      </Card>
      <Card title="Versions">
        <ul class="grid gap-3">
          {versions.map(({ number, note, createdAt }) => (
            <li key={number}>
              <p class="flex gap-2">
                <b class="font-medium">Version {number}</b>
                <Ago at={createdAt} class="text-fg-3" />
              </p>
              {note && <p class="text-pretty text-fg-2">{note}</p>}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function Fact({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <div class="grid gap-0.5 sm:grid-cols-[88px_minmax(0,1fr)]">
      <dt class="text-fg-3">{label}</dt>
      <dd class="break-words">{children}</dd>
    </div>
  )
}
