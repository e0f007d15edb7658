import { createRequire } from 'node:module';
import type * as YamlModule from 'yaml';

const load: (name: 'yaml') => typeof YamlModule = createRequire(import.meta.url);

/** The YAML parser, loaded when first asked for: that takes longer than reading the lists that do not need it. */
export function yamlParser(): typeof YamlModule {
  return load('yaml');
}
