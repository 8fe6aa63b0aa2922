import { helper } from './helper.ts'

// @astrocache
export function f(first: number, second: string): string {
  console.error('ran f')
  const sum = (helper(first) + (2.0))
  return (`${sum} ${second}b`)
}

console.log(f(10, 'a'))
