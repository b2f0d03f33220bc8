FROM node:22-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /waymark
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATABASE_URL=file:/data/waymark.sqlite MAIL_FOLDER=/data/mail
WORKDIR /waymark
COPY --from=build /waymark/package.json ./
COPY --from=build /waymark/node_modules node_modules
COPY --from=build /waymark/build build
COPY --from=build /waymark/migrations migrations
COPY --from=build /waymark/app app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "build/server/index.js"]
