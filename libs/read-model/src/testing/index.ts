/** What tests outside of this library need of its tests; nothing else may enter here. */
export { assignmentIn, naiveAnswers, type Essence } from './naive.js';
