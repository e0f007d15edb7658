import { routes as contractRoutes } from '@vedette/contract';
import { expect, it } from 'vitest';
import { routes } from '../src/api/routes.js';

it('has the method and path of every route of the contract', () => {
  const addresses = Object.fromEntries(
    Object.entries(contractRoutes).map(([name, { method, path }]) => [name, { method, path }]),
  );
  expect(routes).toEqual(addresses);
});
