/** What makes a change of screens noticed, by ear and by eye: one chunk. */
export { CardMotion } from './card-motion.js';
export { announce, prepare } from './live-region.js';
export { problemPart } from './problem-part.js';
