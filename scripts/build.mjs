import { build, requireNode } from './workspace.mjs';

requireNode();
process.exitCode = build();
