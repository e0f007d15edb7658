import { startServer } from '@vedette/server';

/** The real server in a process of its own, for measuring: prints its link and ends on SIGTERM. */
const [dataDir, port] = process.argv.slice(2);
const server = await startServer({
  dataDir,
  port: Number(port),
  log: (line) => {
    if (/"level":"?(?:warn|error|40|50)/.test(line)) console.error(line);
  },
});
console.log(server.link);
process.once('SIGTERM', () => {
  void server.close().then(() => process.exit(0));
});
