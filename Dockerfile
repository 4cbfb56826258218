# Offprint with its browser and the fonts of all scripts. Runs as a plain user with the browser's sandbox on:
#
#   docker build -t offprint .
#   docker run --rm --security-opt seccomp=.github/docker/seccomp.json -v "$PWD":/work offprint build article.md
#
# The sandbox needs user namespaces, which Docker's own seccomp profile forbids to who has no privileges. The profile in
# .github/docker allows them, and forbids what no document needs: kernel modules, keys, clocks, tracing of the kernel.

FROM node:24-trixie-slim AS package
WORKDIR /offprint
COPY . .
RUN npm ci && npm pack

FROM node:24-trixie-slim
# Debian's Chromium and fonts; Noto covers the scripts that Offprint's own fonts do not.
RUN apt-get update \
  && apt-get install -y --no-install-recommends chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji tini \
  && rm -rf /var/lib/apt/lists/*
COPY --from=package /offprint/offprint-*.tgz /tmp/
# Queues, buckets and metrics of `offprint work` and `offprint serve`.
RUN npm install --global --omit=dev /tmp/offprint-*.tgz pg-boss@12 @aws-sdk/client-s3@3 @opentelemetry/sdk-metrics@2 \
  @opentelemetry/resources@2 @opentelemetry/exporter-prometheus@0.223 @opentelemetry/exporter-metrics-otlp-http@0.223 \
  && rm /tmp/offprint-*.tgz
USER node
WORKDIR /work
ENV PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium
ENTRYPOINT ["tini", "--", "offprint"]
CMD ["--help"]
