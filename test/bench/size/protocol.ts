/** One phase of the benchmark at size, each in a process of its own so that its memory is its own. */
export type Phase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'append'; readonly dir: string; readonly from: number; readonly to: number }
  | { readonly kind: 'read'; readonly dir: string }
  | { readonly kind: 'replay'; readonly dir: string }
  | { readonly kind: 'digest'; readonly dir: string }
  | { readonly kind: 'rebuild'; readonly dir: string }
  | { readonly kind: 'ask'; readonly dir: string; readonly subjects: number };

/** What a phase found. */
export interface Finding {
  /** Of what is measured; starting the process is not. */
  readonly seconds: number;
  /** Of the processor, in all threads: it says more than the clock where others work on the machine. */
  readonly cpuSeconds: number;
  /** Most memory that the process ever had, in MB. */
  readonly peakMegabytes: number;
  readonly digest?: string;
  /** Times of each kind of question in milliseconds, as p50 and p99. */
  readonly questions?: Readonly<Record<string, QuestionTimes>>;
}
export interface QuestionTimes {
  readonly p50: number;
  readonly p99: number;
}
