import type { Role } from '@vedette/contract';

const order: Readonly<Record<Role, number>> = { viewer: 0, reviewer: 1, moderator: 2, administrator: 3 };

function isRole(name: string): name is Role {
  return name in order;
}

/** The roles from least to most. */
export const roleOrder: readonly Role[] = Object.keys(order).filter(isRole);
