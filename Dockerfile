# The program as an image; what it needs besides is in docker-compose.yml. Not built where it was written (no Docker engine there).
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
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
