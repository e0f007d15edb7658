export { identify, languages, type Identification, type LanguageCandidate } from './identify.js';
