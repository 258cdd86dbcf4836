import { Skeleton } from '../ui/states.tsx'
import type { ScreenRoute } from './routes.ts'

/** The outline of a screen whose code is on its way. */
export function ScreenSkeleton({ title, shape, layout }: ScreenRoute) {
  if (layout === 'auth') return <FormSkeleton />
  if (shape === 'list') return <ListSkeleton title={title} />
  return (
    <div class="page" role="status" aria-label="Loading">
      <Skeleton width="200px" height={22} class="mt-1 mb-6" />
      <div class="grid gap-4 md:grid-cols-3">
        {[0, 1, 2].map((index) => (
          <div key={index} class="card h-24 p-4">
            <Skeleton width="40%" />
            <Skeleton width="60%" height={20} class="mt-4" />
          </div>
        ))}
      </div>
      <div class="card mt-4 h-72" />
    </div>
  )
}

function ListSkeleton({ title }: { title: string }) {
  return (
    <>
      <div class="page-head">
        <h1 class="text-16 font-semibold">{title}</h1>
        <span class="flex-1" />
        <Skeleton width="256px" height={32} class="max-sm:hidden" />
        <Skeleton width="112px" height={32} />
      </div>
      <div class="grid gap-7 p-5" role="status" aria-label="Loading">
        {Array.from({ length: 9 }, (_, index) => (
          <Skeleton key={index} width={`${86 - ((index * 17) % 40)}%`} />
        ))}
      </div>
    </>
  )
}

function FormSkeleton() {
  return (
    <div class="card grid gap-5 p-8" role="status" aria-label="Loading">
      <Skeleton width="55%" height={20} />
      <Skeleton height={40} />
      <Skeleton height={40} />
      <Skeleton height={40} />
    </div>
  )
}
