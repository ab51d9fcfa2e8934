/** The state of an aggregate as known at some time, with the revision of its stream then, for `expectedRevision`. */
export type Versioned<S> = S & { readonly revision: number };
