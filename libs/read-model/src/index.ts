export { openReadModel, type ReadModelOptions } from './read-model.js';
export { openProjector, type Projector, type ProjectorOptions } from './follow/projector.js';
export { follow, type FollowOptions, type FollowProgress } from './follow/follow.js';
export type { Checkpoint } from './follow/checkpoint.js';
export { rebuild, type Rebuilt, type RebuildOptions, type RebuildProgress } from './rebuild/rebuild.js';
export { digest, type Digest } from './rebuild/digest.js';
