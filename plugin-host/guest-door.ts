/** The module in front of a plugin's own, in the same isolate: it opens the hook that was asked for and nothing else. */
export const GUEST_DOOR = `
import * as plugin from './plugin.js'

export default {
  async fetch(request) {
    const { hook, input } = await request.json()
    const hooks = plugin.default ?? plugin
    if (typeof hooks[hook] !== 'function')
      return Response.json({ problem: 'The code has no ' + hook + ', though its manifest brings what takes one.' })
    return Response.json({ answer: (await hooks[hook](input)) ?? null })
  },
}
`
