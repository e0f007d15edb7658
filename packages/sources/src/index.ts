export * from './definition.js';
export * from './errors.js';
