/**
 * Rising numbers, asked for from a number on: the first that is not below it, or undefined where there is none.
 * What is asked for never goes down. Whoever has an index jumps there, so that joining a short list with a long one
 * costs as much as the short one.
 */
export type Rising = (from: number) => number | undefined;

/** The numbers one after the other, from a number on. */
export function* each(numbers: Rising, from: number): Generator<number> {
  for (let next = numbers(from); next !== undefined; next = numbers(next + 1)) yield next;
}

/** Every number from one to another. */
export function between(first: number, last: number): Rising {
  return (from) => {
    const next = Math.max(from, first);
    return next <= last ? next : undefined;
  };
}

/** The numbers of a list in rising order. */
export function listed(numbers: readonly number[]): Rising {
  let at = 0;
  return (from) => {
    while ((numbers[at] ?? Infinity) < from) at += 1;
    return numbers[at];
  };
}

/** Numbers that are in all of several. */
export function inAll(several: readonly Rising[]): Rising {
  return (from) => {
    let wanted = from;
    for (let agreed = 0, i = 0; agreed < several.length; i = (i + 1) % several.length) {
      const next = several[i]?.(wanted);
      if (next === undefined) return undefined;
      agreed = next === wanted ? agreed + 1 : 1;
      wanted = next;
    }
    return wanted;
  };
}

/** Numbers that are in any of several, each once. */
export function inAny(several: readonly Rising[]): Rising {
  const heads: (number | undefined)[] = several.map(() => -1);
  return (from) => {
    let lowest: number | undefined;
    for (const [i, numbers] of several.entries()) {
      let head = heads[i];
      if (head !== undefined && head < from) head = heads[i] = numbers(from);
      if (head !== undefined && (lowest === undefined || head < lowest)) lowest = head;
    }
    return lowest;
  };
}
