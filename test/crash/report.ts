/** Prints a line of its own, whatever Jest does with the console: the seed has to be seen to be given again. */
export function report(line: string): void {
  process.stdout.write(`crash: ${line}\n`);
}
