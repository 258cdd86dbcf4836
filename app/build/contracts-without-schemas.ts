import { type ESTree, type Plugin, parseSync } from 'vite'

/** What a browser needs of an endpoint: where to ask and whether a session is expected. */
const KEPT = new Set(['method', 'path', 'needs'])

/** The builder reads block properties by schemas, and a node's style by this one. */
const WHOLE = /\/page-document\.contract\.ts$/

/** What is called where a schema is made: zod itself, or a method only schemas have. */
const OF_SCHEMAS = /^z\s*\.|\.(?:describe|optional|nullable|default|extend|pick|omit|partial)$/

type Edit = [start: number, end: number, text: string]

/**
 * The dashboard needs the methods and paths of a contract, never its schemas: the API checks what it is sent. So the
 * tables are cut down to those and the schemas taken out, which keeps zod and every validation out of the pages.
 */
export function contractsWithoutSchemas(): Plugin {
  return {
    name: 'contracts-without-schemas',
    enforce: 'pre',
    transform: {
      filter: { id: /\/workers\/.*\.contract\.ts$/ },
      // Making a schema changes nothing else: a contract nobody takes one from may be left out, and zod with it.
      handler: (code, id) => ({
        ...{ code: WHOLE.test(id) ? code : withoutSchemas(code, id), map: null },
        moduleSideEffects: false,
      }),
    },
  }
}

export function withoutSchemas(code: string, file: string): string {
  const { program } = parseSync(file, code)
  const edits = program.body.flatMap((statement) => editsOf(statement, code))
  let result = code
  for (const [start, end, text] of edits.sort(([a], [b]) => b - a)) {
    result = result.slice(0, start) + text + result.slice(end)
  }
  return result
}

function editsOf(statement: ESTree.Node, code: string): Edit[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ init }) => {
    if (!init) return []
    if (unwrapped(init).type === 'CallExpression') return [[init.start, init.end, 'undefined'] satisfies Edit]
    return init.type === 'ObjectExpression'
      ? init.properties.flatMap((property) => propertyEdits(property, code))
      : []
  })
}

/** A schema may say of which type it is: `z.object({ … }) satisfies z.ZodType<Theme>`. */
const unwrapped = (init: ESTree.Expression): ESTree.Expression =>
  init.type === 'TSSatisfiesExpression' || init.type === 'TSAsExpression' ? unwrapped(init.expression) : init

/** `list: endpoint({ … })` becomes `list: { method, path, needs }`; a schema among others, `name: z.string()`, goes. */
function propertyEdits(property: ESTree.ObjectExpression['properties'][number], code: string): Edit[] {
  const call = property.type === 'Property' ? property.value : undefined
  if (call?.type !== 'CallExpression') return []
  const callee = code.slice(call.callee.start, call.callee.end)
  if (OF_SCHEMAS.test(callee)) return [[call.start, call.end, 'undefined']]
  if (callee !== 'endpoint') return []
  const [spec] = call.arguments
  if (spec?.type !== 'ObjectExpression') return []
  // What several endpoints have in common is spread into each.
  const kept = spec.properties.filter(
    (field) =>
      field.type === 'SpreadElement' || (field.key.type === 'Identifier' && KEPT.has(field.key.name)),
  )
  const fields = kept.map(({ start, end }) => code.slice(start, end))
  return [[call.start, call.end, `{ ${fields.join(', ')} }`]]
}
