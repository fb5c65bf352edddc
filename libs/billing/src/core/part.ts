/** What a line of a service stands for. */
export type Part =
  | 'individual'
  | 'water'
  | 'heat'
  | 'excess'
  | 'common'
  | 'absence'
  | 'true-up'
  | 'interference'
  | 'within'
  | 'above'
  | 'benefit'
  | 'one-off'
  | 'quality'
  | 'manual'
  | 'fine';
