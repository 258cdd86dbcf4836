import { browse, type Reply, submit } from '#tests/edge/browse.ts'
import { eventually } from '#tests/stack/world.ts'

/** What a visitor of a clinic types into its form. */
export const answers = (change: Record<string, string> = {}): Record<string, string> => ({
  ...{ name: 'Vera Visitor', email: 'vera@visitors.test', phone: '+49 30 1234567', reason: 'A check-up' },
  ...{ message: 'Thursday suits me.', consent: 'yes', path: '/contact' },
  ...change,
})

/** Where the form of a site's contact page posts to. */
export async function formActionOf(host: string): Promise<string> {
  return eventually(async () => {
    const { status, text } = await browse(host, '/contact')
    return status === 200 ? /action="(\/_dde\/forms\/[^"]+)"/.exec(text)?.[1] : undefined
  })
}

/** Fills in the form of a site as a visitor's browser does. */
export const fillIn = async (host: string, change: Record<string, string> = {}): Promise<Reply> =>
  submit(host, await formActionOf(host), answers(change))
