/** Under which the inbox knows that a service is to be given back. */
export function restoreKey(restrictionId: string): string {
  return `restriction-${restrictionId}-restore`;
}
