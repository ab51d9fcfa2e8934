/** A type with every optional field filled in, at any depth. */
export type Full<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Full<Item>[]
    : { readonly [K in keyof T]-?: Full<Exclude<T[K], undefined>> };

type OptionalKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never }[keyof T];
/** A type without its optional fields, at any depth. */
export type Bare<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Bare<Item>[]
    : string extends keyof T
      ? T
      : { readonly [K in Exclude<keyof T, OptionalKeys<T>>]: Bare<T[K]> };
