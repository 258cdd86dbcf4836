import { Problem } from '../../problem.ts'

/** An address that is taken is told as a conflict, and belongs to its field all the same. */
export function pathProblemAtField(problem: Problem): Problem {
  const isOfField = problem.code === 'conflict' && problem.message.startsWith('path: ')
  return isOfField ? new Problem('invalid_input', problem.message, problem.status) : problem
}
