/** The errors by themselves: a thread that reports one, and does nothing else with the domain, loads no more of it. */
export * from '../refusals/ban-giao-error.js';
