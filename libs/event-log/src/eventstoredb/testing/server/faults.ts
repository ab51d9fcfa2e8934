/** The calls a fault may strike. */
export type Call = 'append' | 'read' | 'subscribe' | 'delete' | 'features' | 'gossip';

/** How a fault is armed. */
export interface Arming {
  /** How many calls it strikes; `Infinity` until it is cleared. One, if nothing is said. */
  readonly times?: number;
  /** Which calls it strikes, of those it can strike; all of them, if nothing is said. */
  readonly on?: readonly Call[];
  /** How many calls go by unharmed first. */
  readonly skip?: number;
}

/** One way in which a server fails, with what it needs to know. */
export class Fault<Details extends object = object> {
  #armed: (Arming & Details) | undefined;
  #left = 0;
  #skip = 0;
  #struck = 0;

  /** How often it struck since the server was made. */
  get struck(): number {
    return this.#struck;
  }

  arm(arming: Arming & Details): void {
    this.#armed = arming;
    this.#left = arming.times ?? 1;
    this.#skip = arming.skip ?? 0;
  }

  clear(): void {
    this.#armed = undefined;
    this.#left = 0;
  }

  /** What the fault is armed with, if it may strike this call. */
  armedFor(call: Call): Details | undefined {
    return this.#left > 0 && this.#armed?.on?.includes(call) !== false ? this.#armed : undefined;
  }

  /** The same, if it strikes this call; it counts as struck then. */
  strike(call: Call): Details | undefined {
    const armed = this.armedFor(call);
    if (armed === undefined) return undefined;
    if (this.#skip > 0) {
      this.#skip -= 1;
      return undefined;
    }
    this.#left -= 1;
    this.#struck += 1;
    return armed;
  }
}

/** An address in answers; it need not be alive. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** After so many events of the call. */
export interface AfterEvents {
  readonly afterEvents: number;
}

/** Every way in which a server of the tests fails, besides being stopped, frozen or not started. */
export class Faults {
  /** Any call is answered with status 14. */
  readonly unavailable = new Fault();
  /** "Server Is Not Ready": status 14 on reads, an `UnknownError` on appends. */
  readonly notReady = new Fault();
  /** Any call gives `DeadlineExceededError`; an append is not written. */
  readonly deadlineExceeded = new Fault();
  /** Any call ends with code 13, as on a server that was told to stop. */
  readonly reset = new Fault();
  /** Any call is taken and never answered; an append is not written. */
  readonly silent = new Fault();
  /** Any call is refused for want of rights. */
  readonly accessDenied = new Fault();
  /** Appends, reads and subscriptions: another node leads, dead or alive. */
  readonly notLeader = new Fault<{ readonly leader: Endpoint }>();

  /** The connection is cut after so many events of a read. */
  readonly cutRead = new Fault<AfterEvents>();
  /** The connection is cut after so many events of a subscription. */
  readonly cutSubscription = new Fault<AfterEvents>();
  /** "Consumer too slow" after so many events of a subscription. */
  readonly tooSlow = new Fault<AfterEvents>();
  /** A subscription ends without an error after so many events. */
  readonly endSubscription = new Fault<AfterEvents>();

  /** An append is not written and answered as a conflict with this revision. */
  readonly wrongExpectedVersion = new Fault<{ readonly current: number | undefined }>();
  /** An append is not written and answered as too large. */
  readonly appendTooLarge = new Fault();
  /** An append is written, and the connection is cut instead of the answer. */
  readonly answerLost = new Fault();
  /** The connection is cut when an append has arrived, before it is written. */
  readonly requestLost = new Fault();
  /** An append is written, and no answer ever comes; the connection lives. */
  readonly answerWithheld = new Fault();

  clearAll(): void {
    for (const fault of Object.values(this) as readonly Fault[]) fault.clear();
  }
}
