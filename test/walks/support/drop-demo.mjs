// @ts-check

/** After the last walk. */
export default async function dropDemo() {
  const { demo } = /** @type {{ demo?: import('../../scenarios/support/running-system.mjs').RunningSystem }} */ (
    globalThis
  );
  await demo?.stop();
}
