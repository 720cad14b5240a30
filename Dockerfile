# The program as an image, and Temporal's with a folder of its own; what else is needed is in docker-compose.yml. Images are named by
# digest, so that they are the same tomorrow: a new one comes by a commit. Not built where this was written (no Docker engine there).

# Its own user cannot write into a volume that belongs to root.
FROM temporalio/temporal:1.8.2@sha256:cf86707827fac99e4d1c4a47dc11b105382d796199c7bd41fb3213fb0471628e AS temporal
USER root
RUN mkdir -p /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data

FROM node:24.18.0-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24.18.0-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 PROOF_DIR=/var/lib/contremarque/proofs
WORKDIR /app
RUN mkdir -p "$PROOF_DIR" && chown -R node:node /var/lib/contremarque
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
USER node
VOLUME /var/lib/contremarque
EXPOSE 8080
ENTRYPOINT ["node", "bin/contremarque"]
CMD ["web"]
