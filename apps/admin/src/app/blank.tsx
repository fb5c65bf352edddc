/** Between two screens: nothing, for the fraction of a second that a chunk takes. A bar would only flash. */
export function Blank() {
  return <div style={{ minHeight: '100dvh' }} aria-busy />;
}
