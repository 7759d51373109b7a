# Built in one image, run in another: the second has no compiler, no sources and no root.
FROM debian:bookworm-slim AS build
WORKDIR /src
COPY scripts/packages scripts/packages
COPY scripts/install_packages scripts/install_packages
RUN scripts/install_packages build && rm -rf /var/lib/apt/lists/*
COPY CMakeLists.txt CMakePresets.json ./
COPY cmake cmake
COPY config config
COPY conversations conversations
COPY adapters adapters
COPY src src
ARG CROSSROADS_COMMIT=unknown
RUN cmake --preset release -DCROSSROADS_COMMIT=${CROSSROADS_COMMIT} \
    && cmake --build --preset release --target crossroads \
    && strip build/release/crossroads

FROM debian:bookworm-slim
COPY scripts/packages scripts/packages
COPY scripts/install_packages scripts/install_packages
RUN scripts/install_packages run && rm -rf /var/lib/apt/lists/* scripts \
    && useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin crossroads \
    && install -d -o crossroads -g crossroads -m 0700 /data
COPY --from=build /src/build/release/crossroads /usr/local/bin/crossroads
USER crossroads
ENV CROSSROADS_DATA_DIR=/data CROSSROADS_LISTEN=0.0.0.0:8080
VOLUME /data
EXPOSE 8080
# bash opens the connection itself, so the image needs no HTTP client. Change the port here if you change it above.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.[01] 200' <&3"]
ENTRYPOINT ["crossroads"]
CMD ["serve"]
