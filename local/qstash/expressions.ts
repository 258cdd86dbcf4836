const FUNCTIONS: Record<string, (...values: number[]) => number> = {
  pow: (base = Number.NaN, power = Number.NaN) => base ** power,
  exp: Math.exp,
  sqrt: Math.sqrt,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  min: Math.min,
  max: Math.max,
}

type Scan = { tokens: string[]; at: number; variables: Record<string, number> }

/** Evaluates the arithmetic of Upstash-Retry-Delay; throws on anything else, and may answer NaN or Infinity. */
export function evaluate(source: string, variables: Record<string, number>): number {
  const tokens = source.match(/\d+(?:\.\d+)?|[a-z_]+|\S/gi) ?? []
  const scan: Scan = { tokens, at: 0, variables }

  const value = sum(scan)
  if (scan.at < tokens.length) throw new Error(`unexpected "${tokens[scan.at]}"`)
  return value
}

function sum(scan: Scan): number {
  let value = product(scan)
  for (let sign = takeAny(scan, '+-'); sign; sign = takeAny(scan, '+-')) {
    value += sign === '+' ? product(scan) : -product(scan)
  }
  return value
}

function product(scan: Scan): number {
  let value = atom(scan)
  for (let sign = takeAny(scan, '*/%'); sign; sign = takeAny(scan, '*/%')) {
    const right = atom(scan)
    value = sign === '*' ? value * right : sign === '/' ? value / right : value % right
  }
  return value
}

function atom(scan: Scan): number {
  if (takeAny(scan, '-')) return -atom(scan)
  if (takeAny(scan, '(')) return closed(scan, sum(scan))

  const token = scan.tokens[scan.at++] ?? ''
  if (/^\d/.test(token)) return Number(token)
  if (takeAny(scan, '(')) return call(scan, token)
  const value = scan.variables[token]
  if (value === undefined) throw new Error(`unknown name "${token}"`)
  return value
}

function call(scan: Scan, name: string): number {
  const fn = FUNCTIONS[name]
  if (!fn) throw new Error(`unknown function "${name}"`)
  const values = [sum(scan)]
  while (takeAny(scan, ',')) values.push(sum(scan))
  return closed(scan, fn(...values))
}

function closed(scan: Scan, value: number): number {
  if (!takeAny(scan, ')')) throw new Error('a closing parenthesis is missing')
  return value
}

function takeAny(scan: Scan, wanted: string): string | undefined {
  const token = scan.tokens[scan.at]
  if (token?.length !== 1 || !wanted.includes(token)) return undefined
  scan.at += 1
  return token
}
