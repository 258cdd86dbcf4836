import { createQstash } from '../../local/qstash/qstash.ts'
import { serveUnder } from './serve.ts'

const file = process.argv[2] ?? ':memory:'
const keys = { currentSigningKey: 'sig_current', nextSigningKey: 'sig_next' }
const qstash = createQstash({ file, token: 'secret', ...keys })
qstash.start()
const { url } = await serveUnder('/qstash', qstash.app)
process.send?.(url)
