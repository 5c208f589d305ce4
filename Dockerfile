# Builds the server and the admin, then keeps only what runs: dist/, its libraries and Node.
FROM node:20-bookworm-slim AS build
# better-sqlite3 is compiled where no ready-made binary fits.
RUN apt-get update \
  && apt-get install -y --no-install-recommends build-essential python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY patches ./patches
COPY server/launch/patch.js ./server/launch/patch.js
RUN npm ci --include=dev
COPY . .
RUN node server/launch/build.js && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
# The embedded database, where DATABASE_URL names no other, is kept in /app/data: mount a volume there.
RUN mkdir data && chown node:node data
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
