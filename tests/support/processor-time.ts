/** The milliseconds of work done by this process so far: unlike the clock, they do not grow while others have the processor. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
