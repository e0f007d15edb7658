# One image, one volume (/data), one port (8417). How each line was reviewed stands in docs/deploy.md.
FROM node:20-bookworm-slim AS build
WORKDIR /app
# npm needs every workspace's package.json before it installs, so the whole tree comes first: there is no list of
# workspaces here that could be forgotten. .dockerignore keeps the tree small.
COPY . .
RUN npm ci --no-audit --no-fund
RUN npm run build
# Installed again with what the program itself needs (166 MB instead of 500). `npm prune` would not do: the browsers and
# the PostgreSQL of packages/testing are ordinary dependencies of a workspace.
RUN npm ci --omit=dev --workspace=vedette --no-audit --no-fund \
 && rm -rf bench scripts packages/testing

FROM node:20-bookworm-slim
LABEL org.opencontainers.image.title="Vedette" \
      org.opencontainers.image.description="Watches public sources, reads disguised text, and helps people decide" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production \
    NO_COLOR=1 \
    TMPDIR=/tmp
WORKDIR /app
# node_modules/@vedette/* are relative links into packages/, apps/ and demo/: all of these keep their places.
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/packages ./packages
COPY --from=build /app/apps ./apps
COPY --from=build /app/demo ./demo
COPY --from=build /app/LICENSE /app/NOTICE ./
# The image's own unprivileged user (uid 1000). The folder is made here so that a new volume inherits its owner.
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 8417
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8417/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/apps/cli/bin/vedette.js"]
CMD ["start", "--host", "0.0.0.0", "--port", "8417", "--data", "/data"]
